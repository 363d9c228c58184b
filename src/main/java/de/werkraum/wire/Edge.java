package de.werkraum.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another server with connections of a room. What leaves the room goes there once, whatever their number, and is written to them there. On the room's event loop. */
public interface Edge {
    /**
     * What leaves together.
     *
     * @param edits for all who sync, but for an author's own
     * @param written the numbers of an author's own edits, by its number
     * @param presence for all who sync, or null
     * @param letters for single connections, by their numbers
     */
    record Departure(
            List<Outgoing.Update> edits,
            Map<Integer, List<Integer>> written,
            @Nullable Outgoing presence,
            Map<Integer, List<Outgoing>> letters) {}

    /** Something leaves. */
    void depart(Departure departure);

    /** Says goodbye to one connection, after these letters. */
    void dismiss(int connection, List<Outgoing> letters, Goodbye goodbye);
}
