package de.werkraum.wire;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.pace.FairQueue;
import de.werkraum.pace.Flow;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Event loops and connections without a room: one loop for what is tested, another for sockets elsewhere. */
final class Hall implements AutoCloseable, Session.Inlet {
    final Vertx vertx = Vertx.vertx();
    final Context here = loop();
    final Context elsewhere = loop();

    private Context loop() {
        CompletableFuture<Context> found = new CompletableFuture<>();
        vertx.deployVerticle(new VerticleBase() {
            @Override
            public Future<?> start() {
                found.complete(context);
                return Future.succeededFuture();
            }
        });
        return found.join();
    }

    Session session(Ear ear, Session.Kind kind, News news) {
        UUID id = UUID.randomUUID();
        Member member = new Member(id, id, "Anna", null, Role.PARTICIPANT);
        Flow flow = new FairQueue(
                        vertx, here, Limits.standard().pace(), System::nanoTime, new AtomicLong(), () -> false)
                .of(id);
        Session session = new Session(this, member, ear, kind, Instant.MAX, flow, news);
        session.present(true);
        return session;
    }

    Session session(Ear ear) {
        return session(ear, Session.Kind.SYNC_AND_EVENTS, () -> null);
    }

    <T> T on(Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        here.runOnContext(now -> {
            try {
                done.complete(action.get());
            } catch (RuntimeException | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public Context context() {
        return here;
    }

    @Override
    public boolean here() {
        return Vertx.currentContext() == here;
    }

    @Override
    public void receive(Session session, byte[] message) {
        throw new IllegalStateException("nobody speaks here");
    }

    @Override
    public void leave(Session session) {
        session.present(false);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
