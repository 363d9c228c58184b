package de.werkraum.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A poll as stored. It changes by its acts only: each answers the poll as it is afterwards.
 *
 * @param origin the poll this one follows as a runoff or a repetition
 * @param reason why it was cancelled
 */
public record StoredPoll(
        UUID id,
        UUID room,
        @Nullable UUID origin,
        Content content,
        State state,
        Times times,
        Roll roll,
        Result result,
        @Nullable String reason) {

    /** Where a poll stands. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        CANCELLED;

        /** As PostgreSQL and clients have it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What is asked.
     *
     * @param options {@code [{id, label, step?, passive?}]}, the labels frozen on opening
     */
    public record Content(String question, String method, JsonArray options, JsonObject settings) {}

    /** When it was opened, is to close, and was closed. */
    public record Times(@Nullable Instant opened, @Nullable Instant closes, @Nullable Instant closed) {}

    /**
     * How many may vote.
     *
     * @param eligible E; {@code openingEligible, openingPresent} are E and P as they were at the opening
     */
    public record Roll(int eligible, int openingEligible, int openingPresent) {
        static final Roll NONE = new Roll(0, 0, 0);
    }

    /**
     * What was counted on closing, as clients see it once it is visible.
     *
     * @param cast ballots counted
     * @param revealed whether the moderator has shown the result of a poll with {@code reveal: moderator}
     * @param tally null where nobody may ever see it
     */
    public record Result(
            int cast,
            boolean revealed,
            @Nullable JsonObject tally,
            @Nullable JsonArray receipts,
            @Nullable JsonArray ballots) {
        static final Result NONE = new Result(0, false, null, null, null);
    }

    /** A draft. */
    public static StoredPoll draft(
            UUID id, UUID room, Content content, @Nullable Instant closesAt, @Nullable UUID origin) {
        Times times = new Times(null, closesAt, null);
        return new StoredPoll(id, room, origin, content, State.DRAFT, times, Roll.NONE, Result.NONE, null);
    }

    /** The draft, opened with frozen labels. */
    public StoredPoll opened(JsonArray frozen, Instant now, int electorate, int present) {
        Content asked = new Content(content.question, content.method, frozen, content.settings);
        Roll frozenRoll = new Roll(electorate, electorate, present);
        return new StoredPoll(
                id, room, origin, asked, State.OPEN, new Times(now, times.closes, null), frozenRoll, result, null);
    }

    /** The open poll with another end or budget. */
    public StoredPoll amended(JsonObject settings, @Nullable Instant end) {
        Content changed = new Content(content.question, content.method, content.options, settings);
        return new StoredPoll(
                id, room, origin, changed, state, new Times(times.opened, end, times.closed), roll, result, reason);
    }

    /** The open poll, counted: with the number who might vote at the end. */
    public StoredPoll closed(Instant now, int eligible, Result counted) {
        Roll last = new Roll(eligible, roll.openingEligible, roll.openingPresent);
        Times over = new Times(times.opened, times.closes, now);
        return new StoredPoll(id, room, origin, content, State.CLOSED, over, last, counted, null);
    }

    /** Cancelled, with what was counted before if it was. */
    public StoredPoll cancelled(String why, Instant now, int eligible, int ballotsSoFar) {
        Times over = new Times(times.opened, times.closes, times.closed == null ? now : times.closed);
        Roll last = new Roll(eligible, roll.openingEligible, roll.openingPresent);
        Result kept = new Result(ballotsSoFar, result.revealed, result.tally, result.receipts, result.ballots);
        return new StoredPoll(id, room, origin, content, State.CANCELLED, over, last, kept, why);
    }

    /** With its result shown to all. */
    public StoredPoll withRevealed() {
        Result shown = new Result(result.cast, true, result.tally, result.receipts, result.ballots);
        return new StoredPoll(id, room, origin, content, state, times, roll, shown, reason);
    }

    public boolean is(State wanted) {
        return state == wanted;
    }

    public String question() {
        return content.question;
    }

    public String method() {
        return content.method;
    }

    public JsonArray options() {
        return content.options;
    }

    public JsonObject settings() {
        return content.settings;
    }

    public @Nullable Instant closesAt() {
        return times.closes;
    }
}
