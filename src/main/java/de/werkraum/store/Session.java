package de.werkraum.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of an event as its programme announces it.
 *
 * @param key what names it in the program it came from; null where it was typed
 * @param place where people meet
 * @param moderators who leads it, each a name, perhaps with an address in angle brackets
 * @param seats people who fit in
 * @param template the plan its room begins with
 * @param preset the course it takes
 */
public record Session(
        @Nullable String key,
        String title,
        @Nullable String place,
        @Nullable Instant start,
        @Nullable Instant end,
        List<String> moderators,
        @Nullable Integer seats,
        @Nullable String template,
        @Nullable String preset) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    public Session {
        moderators = List.copyOf(moderators);
    }

    /** The same with other people who lead it. */
    public Session ledBy(List<String> others) {
        return new Session(key, title, place, start, end, others, seats, template, preset);
    }

    /** What another event may take over: what it is about and how long, some days later; not who leads it. */
    Session onAnotherDay(long daysLater) {
        return new Session(
                null, title, place, later(start, daysLater), later(end, daysLater), List.of(), seats, template, preset);
    }

    /** At the same time of day, also over a change of the clocks. */
    private static @Nullable Instant later(@Nullable Instant time, long days) {
        return time == null ? null : time.atZone(ZONE).plusDays(days).toInstant();
    }

    /** The same under another program's key. */
    public Session keyed(@Nullable String other) {
        return new Session(other, title, place, start, end, moderators, seats, template, preset);
    }

    /** All of it as JSON, absent values as null. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("key", key)
                .put("title", title)
                .put("place", place)
                .put("start", start == null ? null : start.toString())
                .put("end", end == null ? null : end.toString())
                .put("moderators", new JsonArray(moderators))
                .put("seats", seats)
                .put("template", template)
                .put("preset", preset);
    }

    /** What {@link #toJson} gave. */
    static Session of(JsonObject json) {
        return new Session(
                json.getString("key"),
                json.getString("title"),
                json.getString("place"),
                json.getInstant("start"),
                json.getInstant("end"),
                json.getJsonArray("moderators").stream().map(String::valueOf).toList(),
                json.getInteger("seats"),
                json.getString("template"),
                json.getString("preset"));
    }
}
