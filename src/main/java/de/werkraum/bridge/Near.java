package de.werkraum.bridge;

import de.werkraum.wire.Edge;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The connections of one other server to a room of this one. On the room's event loop. */
final class Near implements Edge {
    private final UUID room;
    private final int term;
    private final Pipe pipe;
    private final Context loop;
    private final Stream stream = new Stream();
    private final Map<Integer, Session> sessions = new HashMap<>();
    private Map<Integer, Integer> handled = new LinkedHashMap<>();

    Near(UUID room, int term, Pipe pipe, Context loop) {
        this.room = room;
        this.term = term;
        this.pipe = pipe;
        this.loop = loop;
    }

    UUID room() {
        return room;
    }

    int term() {
        return term;
    }

    Pipe pipe() {
        return pipe;
    }

    Stream stream() {
        return stream;
    }

    /** A connection is in; it hears so before anything else. */
    void entered(int connection, Session session) {
        sessions.put(connection, session);
        pipe.send(new Word.Opened(room, term, stream.next(), connection));
    }

    /** What the other server says of a connection. */
    void hear(Word.OfRoom word) {
        if (word instanceof Word.Say say) {
            for (Word.Said said : say.messages()) {
                Session session = sessions.get(said.connection());
                if (session != null) {
                    session.receive(said.bytes());
                }
            }
        } else if (word instanceof Word.Leave leave) {
            Session left = sessions.remove(leave.connection());
            if (left != null) {
                left.leave();
            }
        } else if (word instanceof Word.Renew renew) {
            Session session = sessions.get(renew.connection());
            if (session != null) {
                session.renew(renew.until());
            }
        }
    }

    @Override
    public void depart(Departure departure) {
        if (pipe.full()) {
            // Whoever can't keep up comes back, as a socket that reads too slowly.
            cut(true);
            return;
        }
        byte[] presence =
                departure.presence() instanceof Outgoing.Presence told && !pipe.crowded() ? told.states() : null;
        pipe.send(new Word.Leaving(
                room,
                term,
                stream.next(),
                departure.edits().stream().map(Outgoing.Update::update).toList(),
                departure.written(),
                presence,
                addressed(departure.letters())));
    }

    /** One message for many goes once. The order of each connection's letters stays. */
    private static List<Word.Addressed> addressed(Map<Integer, List<Outgoing>> letters) {
        List<Word.Addressed> all = new ArrayList<>();
        int most = letters.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            int nth = i;
            IdentityHashMap<Outgoing, List<Integer>> same = new IdentityHashMap<>();
            List<Outgoing> order = new ArrayList<>();
            letters.forEach((connection, theirs) -> {
                if (nth < theirs.size()) {
                    same.computeIfAbsent(theirs.get(nth), first -> {
                                order.add(first);
                                return new ArrayList<>();
                            })
                            .add(connection);
                }
            });
            order.forEach(message -> all.add(new Word.Addressed(message, same.getOrDefault(message, List.of()))));
        }
        return all;
    }

    @Override
    public void dismiss(int connection, List<Outgoing> letters, Goodbye goodbye) {
        if (!letters.isEmpty() && !pipe.full()) {
            depart(new Departure(List.of(), Map.of(), null, Map.of(connection, letters)));
        }
        bye(connection, goodbye);
    }

    void bye(int connection, Goodbye goodbye) {
        if (sessions.remove(connection) != null) {
            pipe.send(new Word.Bye(room, term, stream.next(), connection, goodbye));
        }
    }

    /** The room has dealt with so many bytes of a connection; the edge hears of all such once a turn. */
    void handled(int connection, int bytes) {
        if (handled.isEmpty()) {
            loop.runOnContext(turn -> tellHandled());
        }
        handled.merge(connection, bytes, Integer::sum);
    }

    private void tellHandled() {
        Map<Integer, Integer> told = handled;
        handled = new LinkedHashMap<>();
        pipe.send(new Word.Handled(room, term, stream.next(), told));
    }

    /** The other server's connections to this room come anew: something was lost, or it is too slow. */
    void cut(boolean slow) {
        pipe.send(new Word.Cut(room, term, slow));
        forget();
    }

    /** The other server has let go of all its connections, or is gone. */
    void forget() {
        List<Session> left = List.copyOf(sessions.values());
        sessions.clear();
        left.forEach(Session::leave);
    }

    Word.Stand stand() {
        return new Word.Stand(room, term, stream.sent());
    }
}
