package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Option;
import de.werkraum.voting.Visibility;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A poll as a reader may see it: what is hidden never leaves the server. */
final class PollView {
    private PollView() {}

    /**
     * What makes two readers see a poll differently.
     *
     * @param mine the reader's ballot while the poll is open, else null
     */
    record Reader(boolean moderates, boolean mayVote, @Nullable Vote mine) {
        static Reader of(LivePoll poll, Member member) {
            boolean votes = poll.stored().is(State.OPEN) && member.role() != Role.VIEWER;
            return new Reader(
                    member.role().moderates(),
                    votes && poll.eligible(member.id()),
                    votes ? poll.vote(member.id()).orElse(null) : null);
        }
    }

    /** The whole poll for one member; {@code labels} gives options of drafts the label they would have now. */
    static JsonObject of(LivePoll poll, Member member, UnaryOperator<Option> labels) {
        Reader reader = Reader.of(poll, member);
        JsonObject json = withoutList(poll, reader, labels);
        return listed(poll, reader) ? json.put(poll.listName(), poll.list()) : json;
    }

    /** The same as text: the list of ballots, which is nearly all of it in a large poll, is encoded once for all who ask. */
    static String text(LivePoll poll, Member member, UnaryOperator<Option> labels) {
        Reader reader = Reader.of(poll, member);
        String json = withoutList(poll, reader, labels).encode();
        return listed(poll, reader)
                ? json.substring(0, json.length() - 1) + ",\"" + poll.listName() + "\":" + poll.listText() + "}"
                : json;
    }

    /** The poll as events and lists of polls have it: a list of more than so many ballots is only named in {@code omitted}. */
    static JsonObject brief(LivePoll poll, Reader reader, UnaryOperator<Option> labels, int most) {
        JsonObject json = withoutList(poll, reader, labels);
        if (!listed(poll, reader)) {
            return json;
        }
        return poll.listed() <= most ? json.put(poll.listName(), poll.list()) : json.put("omitted", poll.listName());
    }

    private static boolean listed(LivePoll poll, Reader reader) {
        Visibility visible = visible(poll, reader);
        return poll.hasList() && (visible.ballots() || visible.receipts());
    }

    private static JsonObject withoutList(LivePoll poll, Reader reader, UnaryOperator<Option> labels) {
        StoredPoll stored = poll.stored();
        boolean open = stored.is(State.OPEN);
        List<Option> options = poll.options().stream().map(labels).toList();
        JsonObject json = new JsonObject()
                .put("id", stored.id().toString())
                .put("room", stored.room().toString())
                .put("question", stored.question())
                .put("method", stored.method())
                .put("options", Trees.options(options))
                .put("settings", new JsonObject(poll.settings().toTree()))
                .put("state", stored.state().wire())
                .put(
                        "eligible",
                        open
                                ? poll.electorate().members().size()
                                : stored.roll().eligible())
                .put("cast", poll.cast());
        put(json, "openedAt", text(stored.times().opened()));
        put(json, "closesAt", text(stored.times().closes()));
        put(json, "closedAt", text(stored.times().closed()));
        put(json, "reason", stored.reason());
        put(json, "origin", stored.origin() == null ? null : stored.origin().toString());
        if (stored.result().revealed()) {
            json.put("revealed", true);
        }
        if (open) {
            json.put("mayVote", reader.mayVote());
            put(json, "mine", reader.mine() == null ? null : mine(poll, reader.mine()));
        }
        Visibility visible = visible(poll, reader);
        put(json, "withheld", visible.withheld());
        if (visible.tally()) {
            put(json, "tally", poll.shownTally());
        }
        return json;
    }

    /** The polls of a room but for drafts, as somebody sees them who may see no more than everybody; receipts are for voters, not for files. */
    static JsonArray forAll(List<LivePoll> polls) {
        JsonArray list = new JsonArray();
        Reader anybody = new Reader(false, false, null);
        polls.stream().filter(poll -> !poll.stored().is(State.DRAFT)).forEach(poll -> {
            JsonObject json = withoutList(poll, anybody, UnaryOperator.identity());
            list.add(visible(poll, anybody).ballots() && poll.hasList() ? json.put("ballots", poll.list()) : json);
        });
        return list;
    }

    static Visibility visible(LivePoll poll, Member member) {
        return visible(poll, Reader.of(poll, member));
    }

    private static Visibility visible(LivePoll poll, Reader reader) {
        return poll.visibility(reader.moderates(), reader.mine() != null);
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
