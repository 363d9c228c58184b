package de.werkraum.poll;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.metrics.Metrics;
import de.werkraum.store.PersonalStore;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.store.Stores;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The polls of a room: what is asked of them and done with them. On the room's event loop only. */
public final class Polls {
    private final PollOptions options;
    private final PollBoard board;
    private final Tallies tallies;
    private final Doubts doubts;
    private final Casting casting;
    private final PollActs acts;
    private final Metrics metrics;
    private int reported;

    /** @param loaded as {@link LoadedPolls} brings them */
    public Polls(
            Scope scope,
            Audience audience,
            Venue venue,
            Stores stores,
            Limits.Polls limits,
            Metrics metrics,
            List<LivePoll> loaded) {
        this.metrics = metrics;
        options = new PollOptions(venue);
        board = new PollBoard(loaded, audience, options::titled, limits.listedBallots());
        doubts = new Doubts(scope, new LoadedPolls(stores.polls()), board);
        tallies = new Tallies(scope, audience, stores.polls());
        casting = new Casting(scope, audience, venue, stores.polls(), limits, metrics, board, doubts, tallies);
        PollDrafts drafts = new PollDrafts(scope, venue, options);
        Electorates electorates = new Electorates(scope, venue, stores, board, doubts, tallies);
        PollEndings endings = new PollEndings(scope, venue, stores.pollEnds(), board, doubts, casting);
        acts = new PollActs(scope, venue, stores, limits.pollsPerRoom(), board, doubts, drafts, electorates, endings);
        acts.wake();
    }

    /** What moderators do with polls. */
    public PollActs acts() {
        return acts;
    }

    /**
     * Casts or replaces a member's ballot.
     *
     * @return after the commit, the receipt if the poll has receipts; fails with {@code notEligible, pollNotOpen} or the refusal of the ballot
     */
    public Future<Optional<UUID>> cast(UUID id, Member member, @Nullable Object choices) {
        return casting.cast(id, member, choices);
    }

    /** An event from a client: a ballot, answered by {@code ok} or {@code error} with its id. */
    public void receive(Session session, JsonObject event) {
        casting.receive(session, event);
    }

    /** Completes when it is known of all polls what PostgreSQL holds: an act whose answer got lost is seen then. */
    public Future<Void> sure() {
        return doubts.over();
    }

    /** What PostgreSQL holds of polls may be less than it had said: it is read again, and they become it. */
    public void doubt() {
        doubts.aboutAll();
    }

    /** Whether a poll of that id exists: the spotlight may name it. */
    public boolean has(UUID id) {
        return board.has(id);
    }

    // ---- reading

    /** The polls as this member may see them, as the text of a JSON array; drafts for moderators only. */
    public String list(Member member) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (LivePoll poll : board.all()) {
            if (!poll.stored().is(State.DRAFT) || member.role().moderates()) {
                list.add(board.brief(poll, member));
            }
        }
        return list.toString();
    }

    /** One poll as this member may see it, with its lists. */
    public JsonObject get(UUID id, Member member) {
        return PollView.of(board.shown(id, member), member, options::titled);
    }

    /** Whether those who are here suffice for the quorum of an open poll, where it asks for one of those present. */
    public boolean quorumMet(UUID id) {
        LivePoll poll = board.get(id);
        return poll.settings().quorumMet(poll.electorate());
    }

    /** The same as JSON text, cheap for many who ask. */
    public String text(UUID id, Member member) {
        return PollView.text(board.shown(id, member), member, options::titled);
    }

    /** How many are open. */
    public int open() {
        return board.size() == 0 ? 0 : board.open().size();
    }

    /** The polls as everybody may see them. */
    public JsonArray forAll() {
        return PollView.forAll(board.all());
    }

    /**
     * What polls ended with, as everybody may know it, in the order of their making.
     *
     * @param wanted whether to tell of the poll of that id, which is cancelled or not
     */
    public List<Outcome> outcomes(String language, BiPredicate<UUID, Boolean> wanted) {
        if (board.size() == 0) {
            return List.of();
        }
        return board.all().stream()
                .filter(poll -> wanted.test(poll.stored().id(), poll.stored().is(State.CANCELLED)))
                .flatMap(poll -> Outcome.of(poll, language).stream())
                .toList();
    }

    /** What is in polls about a member who has a place in these electorates. */
    public JsonArray about(UUID member, Member asking, List<PersonalStore.Eligibility> electorates) {
        JsonArray list = new JsonArray();
        for (PersonalStore.Eligibility one : electorates) {
            if (board.has(one.poll())) {
                list.add(PollView.about(board.get(one.poll()), member, asking, one));
            }
        }
        return list;
    }

    /** Tells a connection every poll that is no draft. */
    public void greet(Session session) {
        board.all().forEach(poll -> board.tell(poll, List.of(session)));
    }

    // ---- people and ends

    /** Takes a removed member out of all open polls. */
    public Future<Void> expel(UUID member) {
        return acts.expel(member);
    }

    /** Closes all open polls, because the room closes. */
    public Future<Void> closeAll(Member by) {
        return acts.closeAll(by);
    }

    /** Shows closed polls without the names of erased members. */
    public void forget(Set<UUID> members) {
        board.all().stream().filter(poll -> poll.forget(members)).forEach(board::tellAll);
    }

    /** Whether the room may leave memory: no ballot is under way, and no open poll waits for its hour. */
    public boolean idle() {
        return casting.idle() && doubts.none() && tallies.quiet() && !acts.waits();
    }

    /** Tells the metrics how many polls of this room are open; to be called now and then. */
    public void tick() {
        report(open());
        doubts.tick();
    }

    private void report(int open) {
        if (open != reported) {
            metrics.pollsOpened(open - reported);
            reported = open;
        }
    }

    /** The room leaves memory. */
    public void stop() {
        report(0);
        acts.stop();
    }
}
