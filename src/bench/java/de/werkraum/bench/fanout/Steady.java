package de.werkraum.bench.fanout;

import de.werkraum.bench.fanout.Results.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Typing at a rate, at several rates, and at the highest that is borne. The run is the seed. */
final class Steady {
    /** One writer's 2 updates a second make percentiles only over this long. */
    static final double QUIET_SECONDS = 30;

    /** What still counts as keeping up. */
    private static final double GOOD_P99_MILLIS = Double.parseDouble(System.getProperty("good", "100"));
    /** Whether a rate that failed is tried once more: on a machine that others use as well. */
    private static final boolean RETRY = Boolean.getBoolean("retry");

    private static final double STEP = 1.5;
    private static final double STEP_SECONDS = 3;
    private static final int MOST_STEPS = 24;

    private final double seconds;
    private final Storage storage;

    /** @param seconds that are measured */
    Steady(double seconds, Storage storage) {
        this.seconds = seconds;
        this.storage = storage;
    }

    Line at(double updates, Shape shape, Server server, int run, String point) throws IOException {
        try (Swarm swarm = new Swarm(shape.seats(server), run)) {
            return new Line(point, stored(server, swarm, updates, seconds));
        }
    }

    /** With what an update costs in PostgreSQL. */
    private Figures stored(Server server, Swarm swarm, double updates, double seconds) throws IOException {
        double before = storage.seconds();
        long logged = storage.logged();
        Figures figures = Figures.measure(server, swarm, updates, 1, seconds);
        double all = updates * (1 + seconds);
        double postgres = (storage.seconds() - before) * 1e6 / all;
        double own = figures.get(Figures.CPU) * swarm.readers();
        return figures.and(Figures.of(
                "CPU µs per update", own,
                "with PostgreSQL", own + postgres,
                "bytes of its log per update", (storage.logged() - logged) / all));
    }

    /** Groups as most are: two sizes of room, four of whom write. */
    List<Line> small(Server server, int run) throws IOException {
        return List.of(
                at(40, new Shape(1, 10, 4), server, run, "10"), at(40, new Shape(1, 30, 4), server, run, "30"));
    }

    /** The smallest: one of five types at the pace of a person, at even gaps as fingers do. */
    Line typist(Server server, int run) throws IOException {
        try (Swarm swarm = new Swarm(server.room(5, 1), run)) {
            swarm.evenly();
            return new Line(stored(server, swarm, 6, 3 * seconds));
        }
    }

    /** One writer whom five read, at even gaps: nothing else happens. */
    Line quiet(Server server, int run) throws IOException {
        try (Swarm swarm = new Swarm(server.room(6, 1), run)) {
            swarm.evenly();
            return new Line(Figures.measure(server, swarm, 2, 1, QUIET_SECONDS));
        }
    }

    /** One writer whom so many screens read. */
    Line screens(Server server, int run, int screens) throws IOException {
        try (Swarm swarm = new Swarm(server.room(screens + 1, 1), run)) {
            return new Line(Figures.measure(server, swarm, 4, 1, 2 * seconds));
        }
    }

    /** Cost over the size of a room; ends where something is lost. */
    List<Line> clients(Server server, int run) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int clients : new int[] {10, 30, 100, 300, 1_000, 2_000}) {
            Line line = at(40, new Shape(1, clients, 4), server, run, String.valueOf(clients));
            lines.add(line);
            if (line.figures().get(Figures.LOST) > 0) {
                break;
            }
        }
        return lines;
    }

    /** Cost over the rate in a room of 100; ends where something is lost. */
    List<Line> rates(Server server, int run) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Swarm swarm = new Swarm(server.room(100, 4), run)) {
            for (int rate : new int[] {10, 30, 100, 300, 1_000, 3_000, 10_000}) {
                Figures figures = Figures.measure(server, swarm, rate, 1, seconds);
                lines.add(new Line(String.valueOf(rate), figures));
                if (figures.get(Figures.LOST) > 0) {
                    break;
                }
            }
        }
        return lines;
    }

    /**
     * Raises the rate until the server no longer keeps up, then tries once in between.
     *
     * @param first updates a second to begin with
     */
    List<Line> highest(Server server, int run, Shape shape, double first) throws IOException {
        try (Swarm swarm = new Swarm(shape.seats(server), run)) {
            double rate = first;
            Figures best = null;
            double bestRate = 0;
            double step = STEP;
            boolean again = !RETRY;
            for (int tries = 0; tries < MOST_STEPS && swarm.ended() == 0; tries++) {
                Figures tried = Figures.measure(server, swarm, rate, 0.5, STEP_SECONDS);
                System.out.printf("  %s %.0f updates/s: %s%n", server.name(), rate, tried.values());
                if (tried.get(Figures.LOST) == 0 && tried.get(Figures.P99) < GOOD_P99_MILLIS) {
                    best = tried;
                    bestRate = rate;
                    rate *= step;
                    again = !RETRY;
                } else if (!again) {
                    // Once may be the machine's fault.
                    again = true;
                } else if (step == STEP && best != null) {
                    step = Math.sqrt(STEP);
                    rate = bestRate * step;
                    again = !RETRY;
                } else if (best == null && tries < 6) {
                    rate /= 2;
                } else {
                    break;
                }
            }
            if (best == null) {
                throw new IOException("no rate was borne");
            }
            return List.of(new Line(best.and(Figures.RATE, bestRate)));
        }
    }
}
