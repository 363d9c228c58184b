package de.werkraum.store;

import de.werkraum.access.Member;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept state of a plan.
 *
 * @param seq number of the last update in it
 * @param by whose act it was kept for; null for the server itself
 * @param name as given by the moderator who kept it; else the phase that ended, the question of the poll, whose plan it was, or null
 * @param steps how many steps it has
 * @param plan the JSON of the plan
 */
public record StoredVersion(
        UUID id,
        UUID room,
        long seq,
        Instant at,
        @Nullable Member by,
        Reason reason,
        @Nullable String name,
        int steps,
        String plan) {

    /** Why a state was kept. */
    public enum Reason {
        /** What the room's plan was made from; whose it was is its name. */
        SOURCE,
        /** A moderator asked for it, by a name. */
        NAMED,
        /** A phase ended. */
        PHASE,
        /** A poll closed. */
        POLL,
        /** Another version was about to be restored. */
        RESTORE,
        /** A whole plan was about to be put. */
        PUT,
        /** A file was about to be imported, or an import to be taken back. */
        IMPORT,
        /** An editor of another page was about to write, which may know fewer words. */
        PROVIDER,
        /** The plan had been edited for an hour. */
        HOURLY,
        /** The last one left an edited plan. */
        LEFT;

        /** The name in JSON and SQL. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
