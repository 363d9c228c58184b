package de.werkraum.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A poll as stored.
 *
 * @param options {@code [{id, label, step?, passive?}]}, the labels frozen on opening
 * @param state {@code draft, open, closed, cancelled}
 * @param tally, receipts, ballots what was counted on closing, as clients see it once it is visible
 * @param eligible E; {@code openingEligible, openingPresent} are E and P as they were at the opening
 * @param cast ballots counted on closing
 * @param revealed whether the moderator has shown the result of a poll with {@code reveal: moderator}
 */
public record StoredPoll(
        UUID id,
        UUID room,
        String question,
        String method,
        JsonArray options,
        JsonObject settings,
        String state,
        @Nullable Instant openedAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        int eligible,
        int openingEligible,
        int openingPresent,
        int cast,
        boolean revealed,
        @Nullable JsonObject tally,
        @Nullable JsonArray receipts,
        @Nullable JsonArray ballots,
        @Nullable String reason,
        @Nullable UUID origin) {

    public static final String DRAFT = "draft";
    public static final String OPEN = "open";
    public static final String CLOSED = "closed";
    public static final String CANCELLED = "cancelled";

    /** A draft. */
    public static StoredPoll draft(
            UUID id,
            UUID room,
            String question,
            String method,
            JsonArray options,
            JsonObject settings,
            @Nullable Instant closesAt,
            @Nullable UUID origin) {
        return new StoredPoll(
                id, room, question, method, options, settings, DRAFT, null, closesAt, null, 0, 0, 0, 0, false, null,
                null, null, null, origin);
    }

    /** The draft, opened with frozen labels. */
    public StoredPoll opened(JsonArray frozen, JsonObject full, Instant now, int electorate, int present) {
        return new StoredPoll(
                id,
                room,
                question,
                method,
                frozen,
                full,
                OPEN,
                now,
                closesAt,
                null,
                electorate,
                electorate,
                present,
                0,
                false,
                null,
                null,
                null,
                null,
                origin);
    }

    /** The open poll with another end or budget. */
    public StoredPoll amended(JsonObject changed, @Nullable Instant end) {
        return new StoredPoll(
                id,
                room,
                question,
                method,
                options,
                changed,
                state,
                openedAt,
                end,
                closedAt,
                eligible,
                openingEligible,
                openingPresent,
                cast,
                revealed,
                tally,
                receipts,
                ballots,
                reason,
                origin);
    }

    /** The open poll, counted. */
    public StoredPoll closed(Instant now, PollStore.Closing counted) {
        return new StoredPoll(
                id,
                room,
                question,
                method,
                options,
                settings,
                CLOSED,
                openedAt,
                closesAt,
                now,
                counted.eligible(),
                openingEligible,
                openingPresent,
                counted.cast(),
                false,
                counted.tally(),
                counted.receipts(),
                counted.ballots(),
                null,
                origin);
    }

    /** Cancelled, with what was counted before if it was. */
    public StoredPoll cancelled(String why, Instant now, int ballotsSoFar) {
        return new StoredPoll(
                id,
                room,
                question,
                method,
                options,
                settings,
                CANCELLED,
                openedAt,
                closesAt,
                closedAt == null ? now : closedAt,
                eligible,
                openingEligible,
                openingPresent,
                ballotsSoFar,
                revealed,
                tally,
                receipts,
                ballots,
                why,
                origin);
    }

    /** With its result shown to all. */
    public StoredPoll withRevealed() {
        return new StoredPoll(
                id,
                room,
                question,
                method,
                options,
                settings,
                state,
                openedAt,
                closesAt,
                closedAt,
                eligible,
                openingEligible,
                openingPresent,
                cast,
                true,
                tally,
                receipts,
                ballots,
                reason,
                origin);
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
