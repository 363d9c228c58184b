package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A hundred rooms with ordinary activity, by turns with thirty boards of their event and without. Each second one room does what a board shows. */
final class BoardCost {
    private static final int ROOMS = 100;
    private static final int BOARDS = 30;
    private static final int PAIRS = Integer.getInteger("pairs", 7);
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "10"));
    private static final double WARM_SECONDS = 20;
    /** Of each person, a second. */
    private static final double UPDATES = 0.5;

    private final Werkraum server;
    private final Storage storage;

    BoardCost(Werkraum server, Storage storage) {
        this.server = server;
        this.storage = storage;
    }

    void run(int people) throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Day day = new Day(server, storage, ROOMS, people, 3)) {
            day.walkIn(15, 0, true);
            day.swarm().moveAsWell();
            clock.scheduleAtFixedRate(new Turn(day)::next, 0, 1, TimeUnit.SECONDS);
            look(day);
            day.swarm().type(UPDATES * people, WARM_SECONDS);
            day.streams().close();
            day.swarm().type(UPDATES * people, WARM_SECONDS / 4);
            List<Double> differences = new ArrayList<>();
            List<Double> both = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                Figures without = measure(day, "without boards", people);
                look(day);
                day.swarm().type(UPDATES * people, 1);
                Figures with = measure(day, "with " + BOARDS + " boards", people);
                day.streams().close();
                differences.add(with.get(Figures.SHARE) - without.get(Figures.SHARE));
                both.add(differences.get(i) + with.get("CPU % of PostgreSQL") - without.get("CPU % of PostgreSQL"));
            }
            Figures.print(
                    "difference",
                    Figures.of(
                            "CPU % more, median", median(differences),
                            "with PostgreSQL", median(both),
                            "looks told", day.streams().told(),
                            "KB each", day.streams().bytes() / 1e3 / Math.max(1, day.streams().told())));
        } finally {
            clock.shutdownNow();
        }
    }

    private static void look(Day day) throws IOException {
        day.look(BOARDS, 0, 0);
    }

    private Figures measure(Day day, String name, int people) throws IOException {
        Cost cost = new Cost(server, storage);
        day.swarm().type(UPDATES * people, SECONDS);
        Figures figures = cost.figures();
        Figures.print(name, figures);
        return figures;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** One room after the other goes to another phase, which boards show. */
    private static final class Turn {
        private final Day day;
        private int turns;

        private Turn(Day day) {
            this.day = day;
        }

        private void next() {
            int turn = turns++;
            String phase = turn / ROOMS % 2 == 0 ? "elaborate" : "collect";
            day.organiser()
                    .patch(day.congress().roomPath(turn % ROOMS), Api.object("phase", phase))
                    .expect(200);
        }
    }
}
