package de.werkraum.store;

import de.werkraum.store.StoredPoll.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** Rows of {@code poll} as values. */
final class PollRows {
    private PollRows() {}

    static final String COLUMNS =
            """
            id, room, question, method, options, settings, state, opened_at, closes_at, closed_at, eligible, opening_eligible,
            opening_present, cast_count, revealed, tally, receipts, ballots, reason, origin""";

    static StoredPoll poll(Row row) {
        return new StoredPoll(
                row.getUUID("id"),
                row.getUUID("room"),
                row.getUUID("origin"),
                new StoredPoll.Content(
                        row.getString("question"),
                        row.getString("method"),
                        (JsonArray) row.getValue("options"),
                        (JsonObject) row.getValue("settings")),
                State.of(row.getString("state")),
                new StoredPoll.Times(
                        Rows.instant(row, "opened_at"), Rows.instant(row, "closes_at"), Rows.instant(row, "closed_at")),
                new StoredPoll.Roll(
                        row.getInteger("eligible"),
                        row.getInteger("opening_eligible"),
                        row.getInteger("opening_present")),
                new StoredPoll.Result(
                        row.getInteger("cast_count"),
                        row.getBoolean("revealed"),
                        (JsonObject) row.getValue("tally"),
                        (JsonArray) row.getValue("receipts"),
                        (JsonArray) row.getValue("ballots")),
                row.getString("reason"));
    }

    static Optional<PollStore.Shown> shown(Row row) {
        JsonObject tally = (JsonObject) row.getValue("shown_tally");
        return tally == null ? Optional.empty() : Optional.of(new PollStore.Shown(row.getInteger("shown_cast"), tally));
    }
}
