package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import org.jspecify.annotations.Nullable;

/** Somebody at a congress: joined once, in a session first and in the plenary then. Set by whoever brings the answer, read by the swarm's thread. */
final class Guest {
    private final int session;
    private volatile @Nullable Api pass;
    private volatile @Nullable Link room;
    private volatile @Nullable Link hall;
    private volatile long hallAsked;

    /** @param session where this person goes first */
    Guest(int session) {
        this.session = session;
    }

    int session() {
        return session;
    }

    /** With the event's token. */
    Api pass() {
        return there(pass);
    }

    void joined(Api as) {
        pass = as;
    }

    /** The socket in the session. */
    Link room() {
        return there(room);
    }

    void walkedIn(Link link) {
        room = link;
    }

    /** The socket in the plenary. */
    Link hall() {
        return there(hall);
    }

    /** @param micros when the socket was wanted, by the swarm's clock */
    void gathered(Link link, long micros) {
        hallAsked = micros;
        hall = link;
    }

    /** From wanting a socket in the plenary to having its plan. */
    long hallMicros() {
        return hall().readyMicros() - hallAsked;
    }

    boolean isInRoom() {
        Link link = room;
        return link != null && link.ready();
    }

    boolean isInHall() {
        Link link = hall;
        return link != null && link.ready();
    }

    /** Whether the ballot in the plenary was answered, in whatever way. */
    boolean isAnswered() {
        Heard heard = hall().heard();
        return heard.accepted() + heard.denied() > 0;
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not come so far");
        }
        return part;
    }
}
