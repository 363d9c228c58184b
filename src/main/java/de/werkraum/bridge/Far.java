package de.werkraum.bridge;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.Flow;
import de.werkraum.problem.Problem;
import de.werkraum.store.Servers.Peer;
import de.werkraum.sync.AwarenessState;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Dialects;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Loop;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A room that lives at another server, with this one's connections to it. They say what they have to say there, and what leaves the room comes here
 * once and is written to all of them as a room of this server would write it. On its event loop.
 */
final class Far implements Session.Inlet {
    /** The term of a room that has not answered yet. */
    private static final int UNKNOWN = -1;
    /** Longest wait for the owner, in milliseconds: then it is asked for anew who that is. */
    private static final long OPEN_MILLIS = 3_000;

    private final UUID room;
    private final Peer owner;
    private final Pipe pipe;
    private final Context loop;
    private final Thread thread = Thread.currentThread();
    private final Limits limits;
    private final AtomicInteger numbers;
    private final Audience audience;
    private final Outgoing heartbeat = Outgoing.Presence.of(List.of());
    private final Stream stream = new Stream();
    private final Map<Integer, Opening> opening = new HashMap<>();
    private final Map<Integer, Session> sessions = new LinkedHashMap<>();
    private final Map<Session, Integer> connections = new HashMap<>();
    private List<Word.Said> saying = new ArrayList<>();
    private int term = UNKNOWN;
    private boolean over;
    private long busyAt = System.nanoTime();

    private record Opening(
            Member member, Outlet outlet, Session.Kind kind, Instant expires, Promise<Session> answer, long timer) {}

    /**
     * @param pipe to the event loop of the owner that the room lives on
     * @param numbers gives this server's connections their numbers
     */
    Far(
            UUID room,
            Peer owner,
            Pipe pipe,
            Vertx vertx,
            Loop loop,
            Limits limits,
            Metrics metrics,
            AtomicInteger numbers) {
        this.room = room;
        this.owner = owner;
        this.pipe = pipe;
        this.loop = loop.context();
        this.limits = limits;
        this.numbers = numbers;
        audience = new Audience(vertx, loop, metrics);
    }

    Peer owner() {
        return owner;
    }

    Pipe pipe() {
        return pipe;
    }

    int term() {
        return term;
    }

    /** Asks the owner to take a connection in. */
    Future<Session> enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        Promise<Session> answer = Promise.promise();
        if (over || pipe.full()) {
            answer.fail(Places.unreachable());
            return answer.future();
        }
        int connection = numbers.incrementAndGet();
        long timer = loop.owner()
                .setTimer(OPEN_MILLIS, late -> loop.runOnContext(now -> refuse(connection, Places.unreachable())));
        opening.put(connection, new Opening(member, outlet, kind, expires, answer, timer));
        busyAt = System.nanoTime();
        pipe.send(new Word.Open(
                room, term == UNKNOWN, connection, member, kind, expires, Dialects.name(outlet.dialect())));
        return answer.future();
    }

    private void refuse(int connection, Throwable why) {
        Opening refused = opening.remove(connection);
        if (refused != null) {
            loop.owner().cancelTimer(refused.timer());
            refused.answer().fail(why);
        }
    }

    void refused(Word.Refused word) {
        refuse(word.connection(), Problem.of(word.status(), word.code(), word.detail()));
    }

    private void opened(int connection) {
        Opening asked = opening.remove(connection);
        if (asked == null) {
            // It was waited for too long.
            pipe.send(new Word.Leave(room, term, stream.next(), connection));
            return;
        }
        loop.owner().cancelTimer(asked.timer());
        Flow flow = new Flow(limits.pace(), System.nanoTime(), new AtomicLong());
        Session session =
                new Session(this, asked.member(), asked.outlet(), asked.kind(), asked.expires(), flow, () -> null);
        sessions.put(connection, session);
        connections.put(session, connection);
        audience.enter(session);
        asked.answer().complete(session);
    }

    // ---- from here to the room

    @Override
    public Context context() {
        return loop;
    }

    @Override
    public boolean here() {
        return Thread.currentThread() == thread;
    }

    /** What is said in one turn goes together. */
    @Override
    public void receive(Session session, byte[] message) {
        Integer connection = connections.get(session);
        if (connection == null) {
            return;
        }
        if (saying.isEmpty()) {
            loop.runOnContext(turn -> say());
        }
        saying.add(new Word.Said(connection, message));
    }

    private void say() {
        List<Word.Said> said = saying;
        saying = new ArrayList<>();
        if (!over && !said.isEmpty()) {
            pipe.send(new Word.Say(room, term, stream.next(), said));
        }
    }

    @Override
    public void leave(Session session) {
        Integer connection = connections.remove(session);
        if (connection != null) {
            // What it said before comes before.
            say();
            drop(connection, session);
            pipe.send(new Word.Leave(room, term, stream.next(), connection));
        }
    }

    @Override
    public void renewed(Session session, Instant until) {
        Integer connection = connections.get(session);
        if (connection != null) {
            pipe.send(new Word.Renew(room, term, stream.next(), connection, until));
        }
    }

    private void drop(int connection, Session session) {
        sessions.remove(connection);
        connections.remove(session);
        audience.leave(session);
        busyAt = System.nanoTime();
    }

    // ---- from the room to here

    /** False where something was lost. */
    boolean hear(Word.OfRoom word) {
        if (word instanceof Word.Opened && word.term() != term) {
            List.copyOf(sessions.values()).forEach(old -> dismiss(old, Goodbye.MOVED));
            term = word.term();
            stream.begin(word.n() - 1);
        }
        if (word.term() != term) {
            return true;
        }
        if (!stream.takes(word.n())) {
            return false;
        }
        if (word instanceof Word.Opened opened) {
            opened(opened.connection());
        } else if (word instanceof Word.Leaving leaving) {
            leaving(leaving);
        } else if (word instanceof Word.Handled handled) {
            handled.bytes().forEach((connection, bytes) -> {
                Session session = sessions.get(connection);
                if (session != null) {
                    session.handled(bytes);
                }
            });
        } else if (word instanceof Word.Bye bye) {
            Session session = sessions.get(bye.connection());
            if (session != null) {
                drop(bye.connection(), session);
                audience.dismiss(session, bye.goodbye());
            }
        }
        return true;
    }

    private void leaving(Word.Leaving leaving) {
        Map<Integer, Integer> authors = new HashMap<>();
        leaving.written().forEach((connection, edits) -> edits.forEach(edit -> authors.put(edit, connection)));
        for (int i = 0; i < leaving.edits().size(); i++) {
            @Nullable Session author = sessions.get(authors.getOrDefault(i, 0));
            audience.edit(new Outgoing.Update(leaving.edits().get(i)), author);
        }
        byte[] presence = leaving.presence();
        if (presence != null) {
            audience.presence(AwarenessState.decodeAll(presence));
        }
        for (Word.Addressed letter : leaving.letters()) {
            Outgoing message = letter.connections().size() > 1 ? Outgoing.forMany(letter.message()) : letter.message();
            for (int connection : letter.connections()) {
                Session session = sessions.get(connection);
                if (session != null) {
                    audience.send(session, message);
                }
            }
        }
    }

    private void dismiss(Session session, Goodbye goodbye) {
        Integer connection = connections.get(session);
        if (connection != null) {
            drop(connection, session);
            audience.dismiss(session, goodbye);
        }
    }

    /** All connections go, and come back to wherever the room is then. */
    void end(Goodbye goodbye) {
        over = true;
        List.copyOf(opening.keySet()).forEach(connection -> refuse(connection, Places.unreachable()));
        List.copyOf(sessions.values()).forEach(session -> dismiss(session, goodbye));
    }

    /** To be called every second: whoever has heard nothing for long hears that the server is there. */
    void tick(long every) {
        long millis = System.currentTimeMillis();
        for (Session session : List.copyOf(sessions.values())) {
            if (session.silentFor(limits.rooms().heartbeatSeconds() * 1_000L - every, millis)) {
                audience.send(session, heartbeat);
            }
        }
    }

    /** Whether nobody is in it. */
    boolean empty() {
        return sessions.isEmpty() && opening.isEmpty();
    }

    /** Whether nobody is in it, and nobody has been for so long. */
    boolean idle(long nanos) {
        return empty() && System.nanoTime() - busyAt > nanos;
    }

    /** Whether it has connections that its owner must know. */
    boolean known() {
        return term != UNKNOWN;
    }

    /** Whether all that the owner has sent so far has come. */
    boolean whole(Word.Stand told) {
        return told.term() != term || stream.has(told.n());
    }

    Word.Stand stand() {
        return new Word.Stand(room, term, stream.sent());
    }
}
