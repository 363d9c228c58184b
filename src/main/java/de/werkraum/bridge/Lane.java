package de.werkraum.bridge;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.Heart;
import de.werkraum.problem.Problem;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.Servers.Peer;
import de.werkraum.wire.Dialects;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Loop;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an event loop has with other servers: their rooms with connections here, and rooms here with connections there. On that event loop only. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class.getName());
    /** Silence of a server after which its sockets here go and ours there are forgotten. */
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** How long a room elsewhere without connections is kept in mind. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Vertx vertx;
    private final Loop loop;
    private final int own;
    private final int number;
    private final Limits limits;
    private final Metrics metrics;
    private final Rooms rooms;
    private final Terms terms;
    private final AtomicInteger numbers;
    private final Map<UUID, Far> fars = new HashMap<>();
    private final Map<Key, Near> nears = new HashMap<>();
    private final Map<Way, Pipe> pipes = new HashMap<>();
    private boolean yielded;

    private record Key(UUID room, int server) {}

    private record Way(int server, int lane) {}

    Lane(
            Vertx vertx,
            Context context,
            int own,
            int number,
            Limits limits,
            Metrics metrics,
            Rooms rooms,
            Terms terms,
            AtomicInteger numbers) {
        this.vertx = vertx;
        loop = new Loop(context);
        this.own = own;
        this.number = number;
        this.limits = limits;
        this.metrics = metrics;
        this.rooms = rooms;
        this.terms = terms;
        this.numbers = numbers;
    }

    /** Hears from now on. */
    Future<Void> start() {
        loop.heart().add(this::tick);
        return vertx.eventBus()
                .<Buffer>consumer(
                        Pipe.address(own, number),
                        message -> hear(message.body().getBytes()))
                .completion();
    }

    Context context() {
        return loop.context();
    }

    private Pipe pipe(int server, int lane) {
        return pipes.computeIfAbsent(
                new Way(server, lane), way -> new Pipe(vertx.eventBus(), server, lane, own, number));
    }

    /** Takes a connection into a room that lives there. */
    Future<Session> enter(Peer owner, Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        UUID room = member.room();
        Far far = fars.get(room);
        if (far != null && far.owner().number() != owner.number()) {
            far.end(Goodbye.MOVED);
            far = null;
        }
        if (far == null) {
            far = new Far(
                    room,
                    owner,
                    pipe(owner.number(), Math.floorMod(room.hashCode(), owner.loops())),
                    vertx,
                    loop,
                    limits,
                    metrics,
                    numbers);
            fars.put(room, far);
        }
        return far.enter(member, outlet, kind, expires);
    }

    private void hear(byte[] bytes) {
        Codec.Envelope envelope;
        try {
            envelope = Codec.decode(bytes);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A word of another server means nothing here: {0}", e.getMessage());
            return;
        }
        Pipe from = pipe(envelope.server(), envelope.lane());
        Word word = envelope.word();
        if (word instanceof Word.Alive alive) {
            from.alive(alive.sent(), bytes.length, alive.taken());
        }
        if (from.took(word instanceof Word.Alive ? 0 : bytes.length, System.nanoTime())) {
            tell(from);
        }
        hear(from, word);
    }

    private void hear(Pipe from, Word word) {
        if (word instanceof Word.Open open) {
            open(from, open);
        } else if (word instanceof Word.Refused refused) {
            far(refused.room(), from, far -> far.refused(refused));
        } else if (word instanceof Word.Say || word instanceof Word.Leave || word instanceof Word.Renew) {
            said(from, (Word.OfRoom) word);
        } else if (word instanceof Word.OfRoom told) {
            far(told.room(), from, far -> {
                if (!far.hear(told)) {
                    lost(far);
                }
            });
        } else if (word instanceof Word.Cut cut) {
            cut(from, cut);
        } else if (word instanceof Word.Alive alive) {
            compare(from, alive);
        }
    }

    private void far(UUID room, Pipe from, Consumer<Far> then) {
        Far far = fars.get(room);
        if (far != null && far.owner().number() == from.server()) {
            then.accept(far);
        }
    }

    // ---- rooms here

    private void open(Pipe from, Word.Open open) {
        Key key = new Key(open.room(), from.server());
        Near before = nears.get(key);
        if (open.fresh() && before != null) {
            before.stream().begin(0);
        }
        if (yielded || from.full()) {
            refuse(from, open, Places.unreachable());
            return;
        }
        rooms.at(open.room(), room -> {
                    enter(from, key, open, room);
                    return Future.succeededFuture();
                })
                .onFailure(failure -> refuse(from, open, failure));
    }

    private void enter(Pipe from, Key key, Word.Open open, Room room) {
        int term = terms.of(room.id());
        Near near = nears.get(key);
        if (near == null || near.term() != term) {
            near = new Near(room.id(), term, from, loop.context());
            nears.put(key, near);
        }
        Distant outlet = new Distant(near, open.connection(), Dialects.named(open.dialect()), loop.context());
        near.entered(open.connection(), room.enter(open.member(), outlet, open.kind(), open.expires()));
    }

    private static void refuse(Pipe to, Word.Open open, Throwable why) {
        Problem problem = why instanceof Problem known ? known : Places.unreachable();
        if (!(why instanceof Problem)) {
            LOG.log(Level.WARNING, "A connection of another server did not get in: {0}", why.toString());
        }
        to.send(new Word.Refused(
                open.room(),
                open.connection(),
                problem.status(),
                problem.code(),
                String.valueOf(problem.getMessage())));
    }

    private void said(Pipe from, Word.OfRoom word) {
        Near near = near(from, word.room(), word.term());
        if (near == null) {
            from.send(new Word.Cut(word.room(), word.term(), false));
        } else if (near.stream().takes(word.n())) {
            near.hear(word);
        } else {
            lost(near);
        }
    }

    private @Nullable Near near(Pipe from, UUID room, int term) {
        Near near = nears.get(new Key(room, from.server()));
        return near == null || near.term() != term ? null : near;
    }

    private void lost(Near near) {
        near.cut(false);
        nears.values().remove(near);
    }

    /** A room has left memory. */
    void left(UUID room) {
        nears.keySet().removeIf(key -> key.room().equals(room));
    }

    // ---- both

    private void cut(Pipe from, Word.Cut cut) {
        far(cut.room(), from, far -> {
            if (far.term() == cut.term()) {
                end(far, cut.slow() ? Goodbye.SLOW_READER : Goodbye.MOVED);
            }
        });
        Near near = near(from, cut.room(), cut.term());
        if (near != null) {
            forgetNears(near::equals);
        }
    }

    private void lost(Far far) {
        LOG.log(
                Level.WARNING,
                "Something of a room at server {0} was lost on the way; its sockets come anew.",
                far.owner().number());
        far.pipe().send(new Word.Cut(far.stand().room(), far.term(), false));
        end(far, Goodbye.MOVED);
    }

    private void end(Far far, Goodbye goodbye) {
        fars.remove(far.stand().room(), far);
        far.end(goodbye);
    }

    /** Whether both ends mean the same. */
    private void compare(Pipe from, Word.Alive alive) {
        Map<UUID, Word.Stand> owned = new HashMap<>();
        alive.owned().forEach(stand -> owned.put(stand.room(), stand));
        for (Far far : List.copyOf(fars.values())) {
            if (far.pipe() == from && far.known()) {
                Word.Stand told = owned.get(far.stand().room());
                if (told == null && far.empty()) {
                    end(far, Goodbye.MOVED);
                } else if (told == null || !far.whole(told)) {
                    lost(far);
                }
            }
        }
        for (Word.Stand stand : alive.edged()) {
            Near near = near(from, stand.room(), stand.term());
            if (near != null && !near.stream().has(stand.n())) {
                lost(near);
            }
        }
    }

    private void tick() {
        long now = System.nanoTime();
        fars.values().forEach(far -> far.tick(Heart.BEAT_MILLIS));
        for (Far far : List.copyOf(fars.values())) {
            if (far.idle(IDLE_NANOS)) {
                far.pipe().send(new Word.Cut(far.stand().room(), far.term(), false));
                end(far, Goodbye.MOVED);
            }
        }
        for (Pipe pipe : List.copyOf(pipes.values())) {
            if (pipe.silent(SILENT_NANOS, now)) {
                forget(pipe);
            } else {
                tell(pipe);
            }
        }
    }

    private void tell(Pipe pipe) {
        List<Word.Stand> owned = new ArrayList<>();
        nears.values().stream().filter(near -> near.pipe() == pipe).forEach(near -> owned.add(near.stand()));
        List<Word.Stand> edged = new ArrayList<>();
        fars.values().stream().filter(far -> far.pipe() == pipe && far.known()).forEach(far -> edged.add(far.stand()));
        pipe.send(new Word.Alive(pipe.sent(), pipe.tell(), owned, edged));
    }

    private void forget(Pipe pipe) {
        fars.values().stream().filter(far -> far.pipe() == pipe).toList().forEach(far -> end(far, Goodbye.MOVED));
        forgetNears(near -> near.pipe() == pipe);
        pipes.values().remove(pipe);
    }

    private void forgetNears(Predicate<Near> which) {
        List<Near> gone = nears.values().stream().filter(which).toList();
        nears.values().removeAll(gone);
        gone.forEach(Near::forget);
    }

    /** That server is gone. */
    void gone(int server) {
        pipes.values().stream().filter(pipe -> pipe.server() == server).toList().forEach(this::forget);
    }

    /** This server lets go of everything, or serves again. */
    void yields(boolean now) {
        yielded = now;
        if (now) {
            List.copyOf(fars.values()).forEach(far -> end(far, Goodbye.MOVED));
        }
    }
}
