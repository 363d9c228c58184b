package de.werkraum.hook;

import java.util.List;
import java.util.stream.Stream;

/**
 * What other servers may hear of: acts whose every trace a screen shows, too, and that rooms begin and end. What moderators alone see, such as
 * drafts of polls, or who was removed, is none of them.
 */
public final class Kind {
    /** Sent by hand only. */
    static final String PROBE = "probe";

    private static final List<String> ROOM = List.of("roomFounded", "roomDeleted");
    private static final List<String> LEADING = List.of("titled", "phase", "locked", "unlocked", "timer", "gathered");
    private static final List<String> PLAN = List.of("planPut", "planRestored", "imported", "importUndone");
    private static final List<String> POLLS =
            List.of("pollOpened", "pollAdmitted", "pollClosed", "pollCancelled", "pollRevealed");

    private Kind() {}

    /** All there are. */
    public static List<String> all() {
        return Stream.of(ROOM, LEADING, PLAN, POLLS).flatMap(List::stream).toList();
    }
}
