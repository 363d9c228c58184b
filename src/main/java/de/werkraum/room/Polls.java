package de.werkraum.room;

import de.werkraum.Config;
import de.werkraum.access.Member;
import de.werkraum.metrics.Metrics;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredPoll.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The polls of a room, and who hears what of them. On the room's event loop only. */
public final class Polls {
    private final Room room;
    private final Map<UUID, LivePoll> polls = new LinkedHashMap<>();
    private final Config.Limits limits;
    private final Tallies tallies;
    private final Casting casting;
    private final PollActs acts;
    private final Metrics metrics;
    private int reported;

    Polls(Room room, RoomLoader services, List<LivePoll> loaded) {
        this.room = room;
        limits = services.limits();
        metrics = services.metrics();
        tallies = new Tallies(room, services);
        casting = new Casting(room, services, this);
        acts = new PollActs(room, services, this);
        loaded.forEach(poll -> polls.put(poll.stored().id(), poll));
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

    Casting casting() {
        return casting;
    }

    Tallies tallies() {
        return tallies;
    }

    LivePoll get(UUID id) {
        LivePoll poll = polls.get(id);
        if (poll == null) {
            throw Problem.notFound("There is no such poll.");
        }
        return poll;
    }

    void add(LivePoll poll) {
        polls.put(poll.stored().id(), poll);
    }

    void remove(UUID id) {
        polls.remove(id);
    }

    List<LivePoll> all() {
        return List.copyOf(polls.values());
    }

    List<LivePoll> open() {
        return polls.values().stream()
                .filter(poll -> poll.stored().is(State.OPEN))
                .toList();
    }

    int size() {
        return polls.size();
    }

    /** Whether a poll of that id exists: the spotlight may name it. */
    public boolean has(UUID id) {
        return polls.containsKey(id);
    }

    // ---- reading

    /** The polls as this member may see them, as the text of a JSON array; drafts for moderators only. */
    public String list(Member member) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (LivePoll poll : polls.values()) {
            if (!poll.stored().is(State.DRAFT) || member.role().moderates()) {
                PollView.Reader reader = PollView.Reader.of(poll, member);
                list.add(PollView.withMine(brief(poll, reader), poll, reader, member));
            }
        }
        return list.toString();
    }

    /** One poll as this member may see it, with its lists. */
    public JsonObject get(UUID id, Member member) {
        return PollView.of(shown(id, member), member, acts::labelled);
    }

    /** Whether those who are here suffice for the quorum of an open poll, where it asks for one of those present. */
    public boolean quorumMet(UUID id) {
        LivePoll poll = get(id);
        return poll.settings().quorumMet(poll.electorate());
    }

    /** The same as JSON text, cheap for many who ask. */
    public String text(UUID id, Member member) {
        return PollView.text(shown(id, member), member, acts::labelled);
    }

    private LivePoll shown(UUID id, Member member) {
        LivePoll poll = get(id);
        if (poll.stored().is(State.DRAFT) && !member.role().moderates()) {
            throw Problem.notFound("There is no such poll.");
        }
        return poll;
    }

    /** Tells a connection every poll that is no draft. */
    void greet(Session session) {
        polls.values().forEach(poll -> tell(poll, List.of(session)));
    }

    /** Tells everybody about a poll, each what that one may see. */
    void tellAll(LivePoll poll) {
        tell(poll, room.presence().sessions());
    }

    /** Tells connections about a poll; what they see alike is encoded once, and those who have not cast get the same bytes. */
    void tell(LivePoll poll, Collection<Session> sessions) {
        boolean draft = poll.stored().is(State.DRAFT);
        Map<PollView.Reader, String> texts = new HashMap<>();
        Map<PollView.Reader, Outgoing> messages = new HashMap<>();
        for (Session session : sessions) {
            Member member = session.member();
            if (session.hearsEvents() && (!draft || member.role().moderates())) {
                PollView.Reader reader = PollView.Reader.of(poll, member);
                String common = texts.computeIfAbsent(reader, alike -> brief(poll, alike));
                Outgoing message = reader.hasCast()
                        ? Events.poll(PollView.withMine(common, poll, reader, member))
                        : messages.computeIfAbsent(reader, alike -> Events.poll(common));
                room.send(session, message);
            }
        }
    }

    /** Without a long list of ballots: that would go to everybody, and grow with the square of their number. */
    private String brief(LivePoll poll, PollView.Reader reader) {
        return PollView.brief(poll, reader, acts::labelled, limits.listedBallots())
                .encode();
    }

    // ---- ends

    /** Takes a removed member out of all open polls. */
    Future<Void> expel(UUID member) {
        return acts.expel(member);
    }

    /** Closes all open polls, because the room closes. */
    Future<Void> closeAll(Member by) {
        return acts.closeAll(by);
    }

    /** Whether the room may leave memory: no ballot is under way, and no open poll waits for its hour. */
    boolean idle() {
        return casting.idle() && tallies.quiet() && !acts.waits();
    }

    /** Shows closed polls without the names of erased members. */
    void forget(Set<UUID> members) {
        polls.values().stream().filter(poll -> poll.forget(members)).forEach(this::tellAll);
    }

    /** Tells the metrics that so many polls of this room are open. */
    void report(int open) {
        if (open != reported) {
            metrics.pollsOpened(open - reported);
            reported = open;
        }
    }

    void stop() {
        acts.stop();
    }
}
