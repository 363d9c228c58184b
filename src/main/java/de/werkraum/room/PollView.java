package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.StoredPoll;
import de.werkraum.voting.Option;
import de.werkraum.voting.Visibility;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A poll as a reader may see it: what is hidden never leaves the server. */
final class PollView {
    private PollView() {}

    /** The poll for one member; {@code labels} gives options of drafts the label they would have now. */
    static JsonObject of(LivePoll poll, Member member, UnaryOperator<Option> labels) {
        StoredPoll stored = poll.stored();
        Vote mine = poll.vote(member.id()).orElse(null);
        Visibility visible = visible(poll, member);
        JsonObject json = new JsonObject()
                .put("id", stored.id().toString())
                .put("room", stored.room().toString())
                .put("question", stored.question())
                .put("method", stored.method())
                .put(
                        "options",
                        Trees.options(poll.options().stream().map(labels).toList()))
                .put("settings", new JsonObject(poll.settings().toTree()))
                .put("state", stored.state())
                .put(
                        "eligible",
                        stored.is(StoredPoll.OPEN) ? poll.electorate().members().size() : stored.eligible())
                .put("cast", poll.cast());
        put(json, "openedAt", text(stored.openedAt()));
        put(json, "closesAt", text(stored.closesAt()));
        put(json, "closedAt", text(stored.closedAt()));
        put(json, "reason", stored.reason());
        put(json, "origin", stored.origin() == null ? null : stored.origin().toString());
        put(json, "withheld", visible.withheld());
        if (stored.revealed()) {
            json.put("revealed", true);
        }
        if (visible.tally()) {
            put(json, "tally", poll.shownTally());
        }
        if (visible.receipts()) {
            put(json, "receipts", stored.receipts());
        }
        if (visible.ballots()) {
            put(json, "ballots", stored.is(StoredPoll.OPEN) ? poll.namedBallots(poll.votes()) : stored.ballots());
        }
        if (stored.is(StoredPoll.OPEN)) {
            json.put("mayVote", poll.eligible(member.id()) && member.role() != Role.VIEWER);
            if (mine != null) {
                json.put("mine", mine(poll, mine));
            }
        }
        return json;
    }

    /** The polls of a room but for drafts, as somebody sees them who may see no more than everybody. */
    static JsonArray forAll(List<LivePoll> polls, UUID room) {
        Member anybody = new Member(new UUID(0, 0), room, "", null, Role.VIEWER);
        JsonArray list = new JsonArray();
        polls.stream()
                .filter(poll -> !poll.stored().is(StoredPoll.DRAFT))
                .forEach(poll -> list.add(of(poll, anybody, UnaryOperator.identity())));
        return list;
    }

    static Visibility visible(LivePoll poll, Member member) {
        boolean hasCast = member.role() != Role.VIEWER && poll.vote(member.id()).isPresent();
        return poll.visibility(member.role().moderates(), hasCast);
    }

    /** The {@code tally} event for readers who see the tally, or who don't. */
    static JsonObject tally(LivePoll poll, boolean visible) {
        JsonObject json = new JsonObject()
                .put("type", "tally")
                .put("poll", poll.stored().id().toString())
                .put("cast", poll.cast())
                .put("eligible", poll.electorate().members().size());
        if (visible) {
            put(json, "tally", poll.shownTally());
        }
        return json;
    }

    private static JsonObject mine(LivePoll poll, Vote vote) {
        JsonObject json = new JsonObject().put("choices", vote.ballot().toTree());
        return hasReceipts(poll) ? json.put("receipt", vote.receipt().toString()) : json;
    }

    static boolean hasReceipts(LivePoll poll) {
        return poll.settings().secret() && poll.settings().receipts();
    }

    private static void put(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
