package de.werkraum.programme;

import de.werkraum.store.Session;
import de.werkraum.store.StoredSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one session of a file.
 *
 * @param before what is there; null for a new one
 * @param after what will be there
 * @param brought what the file says
 * @param changed names of what changes
 * @param kept names of what differs in the file, but was typed here and stays
 */
public record Change(
        Kind kind,
        @Nullable StoredSession before,
        Session after,
        Session brought,
        List<String> changed,
        List<String> kept) {

    /** How it goes in. */
    public enum Kind {
        NEW,
        UPDATED,
        SAME;

        /** The name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Change {
        changed = List.copyOf(changed);
        kept = List.copyOf(kept);
    }
}
