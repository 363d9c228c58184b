package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Option;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Events;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The polls of a room by their ids, and telling them, to each reader what that one may see. On the room's event loop only. */
final class PollBoard {
    private final Map<UUID, LivePoll> polls = new LinkedHashMap<>();
    private final Audience audience;
    private final UnaryOperator<Option> labels;
    private final int listedBallots;

    /**
     * @param labels gives options of drafts the label they would have now
     * @param listedBallots longest list of ballots that is told to all
     */
    PollBoard(List<LivePoll> loaded, Audience audience, UnaryOperator<Option> labels, int listedBallots) {
        this.audience = audience;
        this.labels = labels;
        this.listedBallots = listedBallots;
        loaded.forEach(this::add);
    }

    LivePoll get(UUID id) {
        LivePoll poll = polls.get(id);
        if (poll == null) {
            throw Problem.notFound("There is no such poll.");
        }
        return poll;
    }

    /** One that this member may know of: drafts are for moderators. */
    LivePoll shown(UUID id, Member member) {
        LivePoll poll = get(id);
        if (poll.stored().is(State.DRAFT) && !member.role().moderates()) {
            throw Problem.notFound("There is no such poll.");
        }
        return poll;
    }

    boolean has(UUID id) {
        return polls.containsKey(id);
    }

    void add(LivePoll poll) {
        polls.put(poll.stored().id(), poll);
    }

    void remove(UUID id) {
        polls.remove(id);
    }

    Collection<LivePoll> all() {
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

    /** Tells everybody about a poll, each what that one may see. */
    void tellAll(LivePoll poll) {
        tell(poll, audience.sessions());
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
                audience.send(session, message);
            }
        }
    }

    /** A poll's text for one member, without a long list of ballots. */
    String brief(LivePoll poll, Member member) {
        PollView.Reader reader = PollView.Reader.of(poll, member);
        return PollView.withMine(brief(poll, reader), poll, reader, member);
    }

    /** Without a long list of ballots: that would go to everybody, and grow with the square of their number. */
    private String brief(LivePoll poll, PollView.Reader reader) {
        return PollView.brief(poll, reader, labels, listedBallots).encode();
    }
}
