package de.werkraum.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as stored.
 *
 * @param language {@code de} or {@code en}
 * @param phase {@code collect, elaborate, vote, results, closed}
 * @param spotlight id of a step or a poll on the big screen; {@code plan}: the plan, whatever happens; null: what is on, else the plan
 * @param papers what is written along, and given away
 * @param course what it goes by; null where nothing was said
 * @param admission {@code open}: the shared code admits participants; {@code personal}: only single-use codes do
 */
public record StoredRoom(
        UUID id,
        @Nullable UUID event,
        String title,
        String language,
        String phase,
        boolean locked,
        @Nullable Timer timer,
        @Nullable String spotlight,
        String admission,
        Papers papers,
        @Nullable Course course,
        Instant createdAt) {

    public static final String CLOSED = "closed";
    private static final String PLAN = "plan";

    /**
     * What a room writes down by itself and gives away.
     *
     * @param takeAlong formats that participants get once the room is closed
     * @param minuting whether what happens is written into the minutes as it happens
     */
    public record Papers(List<String> takeAlong, boolean minuting) {
        public static final Papers USUAL = new Papers(List.of("pdf", "docx", "ics"), true);

        public Papers {
            takeAlong = List.copyOf(takeAlong);
        }
    }

    /**
     * The course that a room takes.
     *
     * @param preset its id
     * @param part which one of its parts is on, from 0; null where none has begun
     */
    public record Course(String preset, @Nullable Integer part) {}

    /** A fresh room: collecting, unlocked, open to whoever has the code. */
    public static StoredRoom fresh(UUID id, @Nullable UUID event, String title, String language, Instant now) {
        return new StoredRoom(
                id, event, title, language, "collect", false, null, null, "open", Papers.USUAL, null, now);
    }

    /** No edits, no ballots, no joining but as viewer. */
    public boolean closed() {
        return phase.equals(CLOSED);
    }

    /** Whether the screen stays with the plan while polls open and close. */
    public boolean pinned() {
        return PLAN.equals(spotlight);
    }

    /** The same by another name. */
    public StoredRoom called(String other) {
        return new StoredRoom(
                id, event, other, language, phase, locked, timer, spotlight, admission, papers, course, createdAt);
    }

    /** The same in another event. */
    public StoredRoom in(UUID other) {
        return new StoredRoom(
                id, other, title, language, phase, locked, timer, spotlight, admission, papers, course, createdAt);
    }

    /** The same with a course before it. */
    public StoredRoom along(String preset) {
        return new StoredRoom(
                id,
                event,
                title,
                language,
                phase,
                locked,
                timer,
                spotlight,
                admission,
                papers,
                new Course(preset, null),
                createdAt);
    }

    /** The same in that part of a course, with its phase and its time. */
    public StoredRoom in(Course now, String itsPhase, Timer itsTimer) {
        return new StoredRoom(
                id, event, title, language, itsPhase, locked, itsTimer, spotlight, admission, papers, now, createdAt);
    }

    /** The screen follows what is on. */
    public StoredRoom withoutSpotlight() {
        return new StoredRoom(
                id, event, title, language, phase, locked, timer, null, admission, papers, course, createdAt);
    }

    /** Whether only single-use codes admit participants. */
    public boolean personal() {
        return admission.equals("personal");
    }
}
