package de.werkraum.bench.fanout;

import de.werkraum.bench.fanout.Results.Line;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Loads that are more than typing at a rate. The run is the seed. */
final class Special {
    private static final int GROUPS = 24;
    private static final int PEOPLE = 700;
    private static final int SCREENS = 30;
    private static final double FLOOD_PER_SECOND = 8_000;
    /** Twenty groups of five who each type twice a second: enough of them for a p99. */
    private static final double OTHERS_PER_SECOND = 200;

    private final double seconds;
    private final Storage storage;

    Special(double seconds, Storage storage) {
        this.seconds = seconds;
        this.storage = storage;
    }

    /** So many clients open their sockets at once and wait for a document of so many updates. */
    Line join(Server server, int run, int clients, int updates) throws IOException {
        List<Seat> seats = server.room(Authors.COUNT + clients, Authors.COUNT);
        try (Swarm authors = new Swarm(seats.subList(0, Authors.COUNT), run)) {
            authors.deliveries().ignore();
            long size = new Authors(run).write(authors, updates);
            authors.idle(2);
            double average = Usage.load();
            Meter meter = new Meter(server);
            try (Swarm swarm = new Swarm(seats.subList(Authors.COUNT, seats.size()), run, clients)) {
                double wall = meter.seconds();
                return new Line(Figures.of(
                        "document KB", size / 1e3,
                        "all synced s", wall,
                        "CPU ms per join", meter.cpu() * 1e3 / clients,
                        Figures.RESIDENT, Usage.resident(server.pid()) / 1e6,
                        Figures.ENDED, swarm.ended(),
                        Figures.LOAD, meter.load(swarm.spunNanos()),
                        Figures.AVERAGE, average));
            }
        }
    }

    /** Viewers who only look, and what each of them keeps resident. */
    Line idle(Server server, int run, int viewers) throws IOException {
        double average = Usage.load();
        List<Seat> seats = server.room(viewers, 0);
        long before = Usage.resident(server.pid());
        Meter opening = new Meter(server);
        try (Swarm swarm = new Swarm(seats, run)) {
            double opened = opening.cpu();
            swarm.idle(5);
            long after = Usage.resident(server.pid());
            Meter meter = new Meter(server);
            swarm.idle(10);
            return new Line(Figures.of(
                    "resident bytes each", (after - before) / (double) viewers,
                    "CPU ms to open each", opened * 1e3 / viewers,
                    Figures.SHARE, meter.share(),
                    Figures.RESIDENT, after / 1e6,
                    Figures.ENDED, swarm.ended(),
                    Figures.AVERAGE, average));
        }
    }

    /** 24 rooms with 700 people who each type and move about once a second, 30 screens, and polls, see {@link Polls}. */
    Line congress(Werkraum server, int run) throws IOException {
        List<Seat> seats = new ArrayList<>();
        List<Workshop> rooms = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            Workshop room = server.workshop();
            seats.addAll(server.room(room, share(PEOPLE, i), share(SCREENS, i), share(PEOPLE, i)));
            rooms.add(room);
        }
        try (Swarm swarm = new Swarm(seats, run)) {
            swarm.moveAsWell();
            Polls polls = new Polls(swarm, run);
            int first = 0;
            for (int i = 0; i < GROUPS; i++) {
                polls.room(rooms.get(i).organiser(), rooms.get(i).path(), swarm.links().subList(first, first + share(PEOPLE, i)));
                first += share(PEOPLE, i) + share(SCREENS, i);
            }
            polls.start();
            double stored = storage.seconds();
            Meter meter = new Meter(server);
            Figures figures = Figures.measure(server, swarm, PEOPLE, Polls.EVERY_SECONDS, 4 * seconds);
            double postgres = 100 * (storage.seconds() - stored) / meter.seconds();
            double both = figures.get(Figures.RESIDENT) + Usage.proportional(storage.pid()) / 1e6;
            return new Line(figures.and("CPU % of PostgreSQL", postgres)
                    .and("resident MB of both", both)
                    .and(polls.end()));
        }
    }

    /** How many of all are in one of the groups. */
    private static int share(int all, int group) {
        return all / GROUPS + (group < all % GROUPS ? 1 : 0);
    }

    /** A room of 500 in which four write as fast as a machine can, from a cold start; twenty rooms of five that go on working. */
    Line flood(Server server, int run) throws IOException {
        List<Seat> others = new Shape(20, 5, 5).seats(server);
        try (Swarm quiet = new Swarm(others, run);
                Swarm crowd = new Swarm(server.room(500, 4), run)) {
            Figures before = Figures.measure(server, quiet, OTHERS_PER_SECOND, seconds, 2 * seconds);
            CompletableFuture<Double> flood = CompletableFuture.supplyAsync(() -> flood(server, crowd));
            Figures during = Figures.measure(server, quiet, OTHERS_PER_SECOND, 0, 2 * seconds);
            double load = during.get(Figures.LOAD) + flood.join();
            return new Line(Figures.of(
                    "p99 ms of others before", before.get(Figures.P99),
                    "p99 ms of others in the flood", during.get(Figures.P99),
                    "lost by others", during.get(Figures.LOST),
                    "deliveries of the flood", crowd.deliveries().count(),
                    "lost by the flood", crowd.missing(),
                    "p99 ms of the flood", crowd.deliveries().latencies().millis(0.99),
                    Figures.SHARE, during.get(Figures.SHARE),
                    "most resident MB", Usage.peak(server.pid()) / 1e6,
                    Figures.ENDED, quiet.ended() + crowd.ended(),
                    Figures.LOAD, load,
                    Figures.AVERAGE, before.get(Figures.AVERAGE)));
        }
    }

    /** @return percent of a core that the load took for it */
    private double flood(Server server, Swarm crowd) {
        try {
            Meter meter = new Meter(server);
            crowd.deliveries().sampleEvery(100);
            crowd.type(FLOOD_PER_SECOND, 2 * seconds);
            crowd.drain(10);
            return meter.load(crowd.spunNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
