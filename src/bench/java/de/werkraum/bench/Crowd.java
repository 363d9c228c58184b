package de.werkraum.bench;

import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Members of one room, each at a socket of its own; all sockets live on one event loop, which is the load's share of the machine. */
final class Crowd {
    private static final int AT_A_TIME = 50;

    private final Vertx vertx;
    /** Kept: a client that nobody holds any more is collected, and its sockets are closed with it. */
    private final WebSocketClient client;

    private final Context loop;
    private final List<Voter> voters;

    private Crowd(Vertx vertx, WebSocketClient client, Context loop, List<Voter> voters) {
        this.vertx = vertx;
        this.client = client;
        this.loop = loop;
        this.voters = voters;
    }

    /** Joins and connects so many with a role. */
    static Crowd gather(Vertx vertx, Workshop room, String role, int size) {
        List<String> tokens = tokens(room, role, size);
        Context loop = vertx.getOrCreateContext();
        WebSocketClient client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(size).setMaxFrameSize(4 << 20).setMaxMessageSize(4 << 20));
        List<Voter> voters = Collections.synchronizedList(new ArrayList<>());
        Queue<String> left = new ArrayDeque<>(tokens);
        while (!left.isEmpty()) {
            List<Future<Void>> some = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME && !left.isEmpty(); i++) {
                some.add(connect(client, loop, room, left.remove(), voters));
            }
            await(Future.all(some), 60);
        }
        return new Crowd(vertx, client, loop, voters);
    }

    private static List<String> tokens(Workshop room, String role, int size) {
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < size) {
            List<CompletableFuture<Api.Answer>> joins = new ArrayList<>();
            for (int i = tokens.size(); i < Math.min(size, tokens.size() + AT_A_TIME); i++) {
                joins.add(room.nobody()
                        .sendLater("POST", "/join", Api.object("code", room.code(role), "name", "Person " + i)));
            }
            joins.forEach(join ->
                    tokens.add(join.join().expect(200).get("token").asText()));
        }
        return tokens;
    }

    private static Future<Void> connect(
            WebSocketClient client, Context loop, Workshop room, String token, List<Voter> voters) {
        URI base = room.nobody().base();
        WebSocketConnectOptions address = new WebSocketConnectOptions()
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI("/collab/" + room.id() + "?events=1&token=" + token);
        Promise<Void> connected = Promise.promise();
        loop.runOnContext(there -> client.connect(address)
                .compose(socket -> {
                    Voter voter = new Voter(socket);
                    voters.add(voter);
                    return voter.greeted();
                })
                .onComplete(connected));
        return connected.future();
    }

    int size() {
        return voters.size();
    }

    List<Voter> voters() {
        return voters;
    }

    /** What a round of casting showed: nanoseconds from send to ok, in order of size, and the moment of the last ok. */
    record Round(List<Long> latencies, long lastOk) {
        double millis(double share) {
            int place = (int) Math.ceil(share * latencies.size()) - 1;
            return latencies.get(Math.max(0, place)) / 1e6;
        }
    }

    /** Everybody casts once, at a random moment within the span. */
    Round castWithin(int millis, Random random, Ballots ballots) {
        List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
        AtomicLong last = new AtomicLong();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            int number = i;
            Promise<Void> done = Promise.promise();
            int delay = 1 + random.nextInt(millis);
            vertx.setTimer(delay, timer -> loop.runOnContext(now -> ballots.cast(voters.get(number), number, 0)
                    .<Void>map(nanos -> {
                        latencies.add(nanos);
                        last.set(System.nanoTime());
                        return null;
                    })
                    .onComplete(done)));
            all.add(done.future());
        }
        await(Future.all(all), 60);
        return new Round(latencies.stream().sorted().toList(), last.get());
    }

    /** Everybody casts again and again, the next ballot as soon as the last is answered; answers the ballots of a second. */
    double castFor(int seconds, Ballots ballots) {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        AtomicLong count = new AtomicLong();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            int number = i;
            Promise<Void> done = Promise.promise();
            loop.runOnContext(now -> again(number, 1, end, ballots, count).onComplete(done));
            all.add(done.future());
        }
        await(Future.all(all), seconds + 60);
        return count.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private Future<Void> again(int number, int turn, long end, Ballots ballots, AtomicLong count) {
        if (System.nanoTime() > end) {
            return Future.succeededFuture();
        }
        return ballots.cast(voters.get(number), number, turn).compose(nanos -> {
            count.incrementAndGet();
            return again(number, turn + 1, end, ballots, count);
        });
    }

    /** Casts the ballot of a voter for the nth time. */
    @FunctionalInterface
    interface Ballots {
        Future<Long> cast(Voter voter, int number, int turn);
    }

    void leave() {
        client.close().onFailure(failure -> System.err.println("The sockets did not close: " + failure));
    }

    private static void await(Future<?> all, int seconds) {
        all.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(seconds, TimeUnit.SECONDS)
                .join();
    }
}
