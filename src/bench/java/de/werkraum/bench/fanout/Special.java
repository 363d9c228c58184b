package de.werkraum.bench.fanout;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Loads that are more than typing at a rate. */
final class Special {
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "6"));
    private static final int GROUPS = 24;
    private static final int PEOPLE = 700;
    private static final int SCREENS = 30;

    private final Results results;

    Special(Results results) {
        this.results = results;
    }

    /** So many clients open their sockets at once and wait for a document of so many updates. */
    void join(Server server, int run, int clients, int updates) throws IOException {
        List<Seat> seats = new ArrayList<>(server.room(clients + 1, 1));
        long size;
        try (Swarm author = new Swarm(seats.subList(0, 1))) {
            author.deliveries().ignore();
            byte[] document = document(updates);
            size = document.length;
            Bytes message = new Bytes(document.length + 16).put(0).put(2).putVar(document.length);
            author.links().get(0).say(message.putAll(document, document.length));
            author.links().get(0).flush();
            author.idle(2);
            double cpu = server.seconds();
            long begin = System.nanoTime();
            try (Swarm swarm = new Swarm(seats.subList(1, seats.size()), clients)) {
                double wall = (System.nanoTime() - begin) / 1e9;
                cpu = server.seconds() - cpu;
                results.add(
                        "join " + clients,
                        server,
                        run,
                        "",
                        Figures.of(
                                "document KB", size / 1e3,
                                "all synced s", wall,
                                "CPU ms per join", cpu * 1e3 / clients,
                                Figures.RESIDENT, Usage.resident(server.pid()) / 1e6,
                                Figures.ENDED, swarm.ended()));
            }
        }
    }

    /** A document of five authors who each insert eight characters at random places. */
    private static byte[] document(int updates) {
        Random random = new Random(updates);
        Doc doc = new Doc(1);
        for (int i = 0; i < updates; i++) {
            int length = (int) doc.getText("goal").length();
            doc.getText("goal").insert(random.nextInt(length + 1), "acht Z. ");
        }
        return doc.encodeStateAsUpdate();
    }

    /** Viewers who only look, and what each of them keeps resident. */
    void idle(Server server, int run, int viewers) throws IOException {
        server.room(2, 1);
        long before = Usage.resident(server.pid());
        double cpu = server.seconds();
        try (Swarm swarm = new Swarm(server.room(viewers, 0))) {
            swarm.idle(5);
            long after = Usage.resident(server.pid());
            double opened = server.seconds() - cpu;
            cpu = server.seconds();
            swarm.idle(10);
            results.add(
                    "idle",
                    server,
                    run,
                    "",
                    Figures.of(
                            "resident bytes each", (after - before) / (double) viewers,
                            "CPU ms to open each", opened * 1e3 / viewers,
                            Figures.SHARE, (server.seconds() - cpu) * 10,
                            Figures.RESIDENT, after / 1e6,
                            Figures.ENDED, swarm.ended()));
        }
    }

    /** 24 rooms with 700 people who each type and move once a second, 30 screens, and polls that open and close. */
    void congress(Werkraum server, int run, Supplier<Double> storage, long storagePid) throws IOException {
        List<Seat> seats = new ArrayList<>();
        List<Workshop> rooms = new ArrayList<>();
        long readers = 0;
        for (int i = 0; i < GROUPS; i++) {
            Workshop room = server.workshop();
            int people = PEOPLE / GROUPS + (i < PEOPLE % GROUPS ? 1 : 0);
            int screens = SCREENS / GROUPS + (i < SCREENS % GROUPS ? 1 : 0);
            seats.addAll(server.room(room, people, people));
            seats.addAll(server.screens(room, screens));
            readers += (long) people * (people + screens - 1);
            rooms.add(room);
        }
        AtomicBoolean on = new AtomicBoolean(true);
        try (Swarm swarm = new Swarm(seats)) {
            swarm.moveAsWell();
            CompletableFuture<Void> polls = CompletableFuture.runAsync(() -> poll(rooms, on));
            Deliveries deliveries = swarm.deliveries();
            int warm = 4;
            swarm.type(PEOPLE, warm);
            swarm.drain(warm * readers, 30);
            deliveries.latencies().clear();
            long before = deliveries.count();
            double cpu = server.seconds();
            double stored = storage.get();
            long begin = System.nanoTime();
            int seconds = (int) Math.round(2 * SECONDS);
            swarm.type(PEOPLE, seconds);
            swarm.drain(before + seconds * readers, 10);
            double wall = (System.nanoTime() - begin) / 1e9;
            on.set(false);
            Latencies latencies = deliveries.latencies();
            results.add(
                    "congress",
                    server,
                    run,
                    "",
                    Figures.of(
                            Figures.DELIVERIES, (deliveries.count() - before) / wall,
                            Figures.LOST, before + seconds * readers - deliveries.count(),
                            Figures.P50, latencies.millis(0.5),
                            Figures.P99, latencies.millis(0.99),
                            Figures.SHARE, 100 * (server.seconds() - cpu) / wall,
                            "CPU % of PostgreSQL", 100 * (storage.get() - stored) / wall,
                            "memory of both MB",
                                    (Usage.resident(server.pid()) + Usage.proportional(storagePid)) / 1e6,
                            Figures.ENDED, swarm.ended()));
            polls.join();
        }
    }

    /** Opens a poll in one room after the other and closes it again. */
    private static void poll(List<Workshop> rooms, AtomicBoolean on) {
        for (int i = 0; on.get(); i++) {
            Workshop room = rooms.get(i % rooms.size());
            String poll = room.organiser()
                    .post(
                            room.path() + "/polls",
                            Api.object("question", "Wohin?", "method", "approval", "options", List.of(
                                    Api.object("label", "A"), Api.object("label", "B"))))
                    .expect(201)
                    .get("id")
                    .asText();
            room.organiser().post(room.path() + "/polls/" + poll + "/open", Api.object()).expect(200);
            room.organiser().post(room.path() + "/polls/" + poll + "/close", Api.object()).expect(200);
        }
    }

    /** A room of 500 in which four write as fast as a machine can, from a cold start; twenty rooms of five that go on working. */
    void flood(Server server, int run) throws IOException {
        Figures.Load quiet = new Figures.Load(20, 5, 5);
        List<Seat> crowd = server.room(500, 4);
        try (Swarm others = new Swarm(quiet.seats(server))) {
            Figures before = Figures.measure(server, others, quiet.readers(), 40, 0.1, SECONDS);
            CompletableFuture<Long> flood = CompletableFuture.supplyAsync(() -> flood(crowd));
            others.idle(0.5);
            Figures during = Figures.measure(server, others, quiet.readers(), 40, 0.1, SECONDS);
            results.add(
                    "flood",
                    server,
                    run,
                    "",
                    Figures.of(
                            "p99 ms of others before", before.get(Figures.P99),
                            "p99 ms of others in the flood", during.get(Figures.P99),
                            "lost by others", during.get(Figures.LOST),
                            "deliveries of the flood", flood.join(),
                            Figures.RESIDENT, Usage.resident(server.pid()) / 1e6,
                            Figures.ENDED, others.ended()));
        }
    }

    private static long flood(List<Seat> crowd) {
        try (Swarm swarm = new Swarm(crowd)) {
            swarm.deliveries().sampleEvery(10_000);
            swarm.type(8_000, SECONDS + 2);
            return swarm.deliveries().count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
