package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Timer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a moderator changes of a room; fields not in {@code given} stay. */
record RoomPatch(
        JsonObject given,
        @Nullable String title,
        String phase,
        boolean locked,
        @Nullable TimerPatch timer,
        @Nullable String spotlight,
        boolean gather,
        String admission,
        StoredRoom.Papers papers) {

    private static final List<String> PHASES = List.of("collect", "elaborate", "vote", "results", StoredRoom.CLOSED);
    private static final List<String> ADMISSIONS = List.of("open", "personal");
    private static final List<String> FORMATS =
            List.of("pdf", "docx", "odt", "xlsx", "ics", "md", "csv", "json", "zip");
    private static final int ID_CHARS = 100;

    static RoomPatch of(Body body, Limits.Texts limits) {
        String title = body.has("title") ? body.text("title", limits.titleChars()) : null;
        return new RoomPatch(
                body.json(),
                title,
                body.oneOf("phase", PHASES, "collect"),
                body.bool("locked", false),
                TimerPatch.of(body),
                body.optionalText("spotlight", ID_CHARS),
                body.bool("gather", false),
                body.oneOf("admission", ADMISSIONS, "open"),
                new StoredRoom.Papers(takeAlong(body), body.bool("minuting", true)));
    }

    /** Formats for participants, in the order of the list of all. */
    private static List<String> takeAlong(Body body) {
        List<String> wanted = body.texts("takeAlong", FORMATS.size());
        if (!FORMATS.containsAll(wanted)) {
            body.wrong("takeAlong", "must be some of " + String.join(", ", FORMATS));
        }
        return FORMATS.stream().filter(wanted::contains).toList();
    }

    /** As it came. */
    JsonObject json() {
        return given;
    }

    StoredRoom apply(StoredRoom room, Instant now) {
        return new StoredRoom(
                room.id(),
                room.event(),
                title == null ? room.title() : title,
                room.language(),
                given.containsKey("phase") ? phase : room.phase(),
                given.containsKey("locked") ? locked : room.locked(),
                timed(room.timer(), now),
                given.containsKey("spotlight") ? spotlight : room.spotlight(),
                given.containsKey("admission") ? admission : room.admission(),
                new StoredRoom.Papers(
                        given.containsKey("takeAlong")
                                ? papers.takeAlong()
                                : room.papers().takeAlong(),
                        given.containsKey("minuting")
                                ? papers.minuting()
                                : room.papers().minuting()),
                room.course(),
                room.createdAt());
    }

    private @Nullable Timer timed(@Nullable Timer before, Instant now) {
        if (!given.containsKey("timer")) {
            return before;
        }
        return timer == null ? null : timer.apply(before, now);
    }
}
