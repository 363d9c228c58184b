package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.PersonalStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Option;
import de.werkraum.voting.Visibility;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A poll as a reader may see it: what is hidden never leaves the server. */
final class PollView {
    private PollView() {}

    /** What makes two readers see a poll differently, beside the ballot each of them has cast. */
    record Reader(boolean moderates, boolean mayVote, boolean hasCast) {
        static Reader of(LivePoll poll, Member member) {
            boolean votes = poll.stored().is(State.OPEN) && member.role() != Role.VIEWER;
            return new Reader(
                    member.role().moderates(),
                    votes && poll.eligible(member.id()),
                    votes && poll.vote(member.id()).isPresent());
        }
    }

    /** The whole poll for one member; {@code labels} gives options of drafts the label they would have now. */
    static JsonObject of(LivePoll poll, Member member, UnaryOperator<Option> labels) {
        Reader reader = Reader.of(poll, member);
        JsonObject json = common(poll, reader, labels);
        if (reader.hasCast()) {
            poll.vote(member.id()).ifPresent(vote -> json.put("mine", mine(poll, vote)));
        }
        return listed(poll, reader) ? json.put(poll.listName(), poll.list()) : json;
    }

    /** The same as text: the list of ballots, which is nearly all of it in a large poll, is encoded once for all who ask. */
    static String text(LivePoll poll, Member member, UnaryOperator<Option> labels) {
        Reader reader = Reader.of(poll, member);
        String json = withMine(common(poll, reader, labels).encode(), poll, reader, member);
        return listed(poll, reader) ? with(json, poll.listName(), poll.listText()) : json;
    }

    /**
     * The poll as events and lists of polls have it for alike readers, without what each of them has cast; a list of more than so many
     * ballots is only named in {@code omitted}.
     */
    static JsonObject brief(LivePoll poll, Reader reader, UnaryOperator<Option> labels, int most) {
        JsonObject json = common(poll, reader, labels);
        if (!listed(poll, reader)) {
            return json;
        }
        return poll.listed() <= most ? json.put(poll.listName(), poll.list()) : json.put("omitted", poll.listName());
    }

    /** A poll's text with the ballot of its reader, if there is one. */
    static String withMine(String json, LivePoll poll, Reader reader, Member member) {
        Vote vote = reader.hasCast() ? poll.vote(member.id()).orElse(null) : null;
        return vote == null ? json : with(json, "mine", mine(poll, vote).encode());
    }

    private static String with(String json, String name, String value) {
        return json.substring(0, json.length() - 1) + ",\"" + name + "\":" + value + "}";
    }

    private static boolean listed(LivePoll poll, Reader reader) {
        Visibility visible = visible(poll, reader);
        return poll.hasList() && (visible.ballots() || visible.receipts());
    }

    private static JsonObject common(LivePoll poll, Reader reader, UnaryOperator<Option> labels) {
        StoredPoll stored = poll.stored();
        boolean open = stored.is(State.OPEN);
        List<Option> options = poll.options().stream().map(labels).toList();
        JsonObject json = new JsonObject()
                .put("id", stored.id().toString())
                .put("room", stored.room().toString())
                .put("question", stored.question())
                .put("method", stored.method())
                .put("options", PollOptions.tree(options))
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
        }
        Visibility visible = visible(poll, reader);
        put(json, "withheld", visible.withheld());
        if (visible.tally()) {
            put(json, "tally", poll.shownTally());
        }
        return json;
    }

    /** The polls of a room but for drafts, as somebody sees them who may see no more than everybody; receipts are for voters, not for files. */
    static JsonArray forAll(Collection<LivePoll> polls) {
        JsonArray list = new JsonArray();
        Reader anybody = new Reader(false, false, false);
        polls.stream().filter(poll -> !poll.stored().is(State.DRAFT)).forEach(poll -> {
            JsonObject json = common(poll, anybody, UnaryOperator.identity());
            list.add(visible(poll, anybody).ballots() && poll.hasList() ? json.put("ballots", poll.list()) : json);
        });
        return list;
    }

    /** What a poll holds of a member: what was chosen, for itself or where everybody sees it; whether it has voted, where that may be known. */
    static JsonObject about(LivePoll poll, UUID member, Member asking, PersonalStore.Eligibility place) {
        boolean oneself = asking.id().equals(member);
        JsonObject json = new JsonObject()
                .put("id", place.poll().toString())
                .put("question", poll.stored().question())
                .put("state", poll.stored().state().wire())
                .put("present", place.present());
        if (oneself || visible(poll, asking).missing()) {
            json.put("voted", place.voted() || poll.vote(member).isPresent());
        }
        if (oneself) {
            poll.vote(member)
                    .ifPresent(vote -> json.put("choices", vote.ballot().toTree())
                            .put("receipt", vote.receipt().toString()));
        }
        if (oneself || visible(poll, asking).ballots()) {
            poll.counted(member).ifPresent(choices -> json.put("choices", choices));
        }
        return json;
    }

    static Visibility visible(LivePoll poll, Member member) {
        return visible(poll, Reader.of(poll, member));
    }

    private static Visibility visible(LivePoll poll, Reader reader) {
        return poll.visibility(reader.moderates(), reader.hasCast());
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
