package de.werkraum.bench.fanout;

import de.werkraum.store.embedded.EmbeddedDatabase;
import de.werkraum.support.Poll;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The loads of {@code src/bench/congress.sh}: {@code CongressLoad whole|plenary|board}. The server is a process pinned to the cores of the system property
 * {@code cores}; PostgreSQL runs on the cores of this process.
 */
public final class CongressLoad {
    static final String BALLOTS_P99 = "ballots p99 ms";
    private static final Path FOLDER = Path.of("target", "congress");
    private static final int SESSIONS = 24;
    private static final int SCREENS = 24;
    private static final int WALLS = 6;
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "48"));
    /** A smaller congress goes before: what is measured is a server that has been running for a while. */
    private static final int REHEARSING = 100;

    private static final double REHEARSAL_SECONDS = 10;
    private static final double VOTING_SECONDS = 5;
    /** Written before anything is measured, at the pace that is measured then. */
    private static final double WARM_SECONDS = 12;
    /** Until all steps know their place once: what was brought back, but not committed before the kill, is brought again. */
    private static final String BACK_AGAIN = "back in the rooms ms";

    private final Servers servers;
    private final Storage storage;
    private final String database;
    private final File folder;
    private Werkraum server;

    private CongressLoad(Servers servers, Storage storage, File folder) throws IOException {
        this.servers = servers;
        this.storage = storage;
        this.folder = folder;
        database = servers.database();
        server = start();
    }

    private Werkraum start() {
        return Werkraum.start("congress", folder, database, Servers.USUAL);
    }

    public static void main(String[] arguments) throws Exception {
        File folder = Files.createDirectories(FOLDER).toFile();
        Path data = FOLDER.resolve("database");
        System.out.printf("load average before: %.1f%n", Usage.load());
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data);
                Servers servers = new Servers(folder, embedded.adminUrl())) {
            CongressLoad load =
                    new CongressLoad(servers, new Storage(data, Servers.jdbc(embedded.adminUrl())), folder);
            switch (arguments[0]) {
                case "whole" -> load.whole(Integer.getInteger("people", 700));
                case "plenary" -> load.plenary(Integer.getInteger("people", 2_000));
                case "board" -> new BoardCost(load.server, load.storage).run(Integer.getInteger("people", 500));
                default -> throw new IllegalArgumentException("no load is called " + arguments[0]);
            }
            load.server.close();
        } catch (IOException | RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void whole(int people) throws IOException {
        System.out.println("rehearsal with " + REHEARSING + " people");
        congress(REHEARSING, REHEARSAL_SECONDS, false);
        System.out.println("congress with " + people + " people");
        congress(people, SECONDS, true);
    }

    private void congress(int people, double seconds, boolean measured) throws IOException {
        Parts parts = new Parts();
        try (Day day = new Day(server, storage, SESSIONS, people, 1)) {
            Plenary plenary = new Plenary(day, server.organiser());
            plenary.agree(SESSIONS);
            day.look(1, SCREENS, WALLS);
            Cost cost = new Cost(server, storage);
            day.walkIn(measured ? 30 : 5, SCREENS, true);
            parts.end("walking in", cost.figures().and(day.requests().figures()));
            day.requests().clear();
            day.swarm().moveAsWell();
            Polls polls = polls(day);
            polls.start();
            parts.end("working", work(day, people, seconds));
            plenary.collect(SESSIONS, people, parts);
            Figures counted = polls.end();
            parts.end("polls in the rooms", counted);
            cost = new Cost(server, storage);
            day.announce("In fünf Minuten Plenum");
            day.gather(measured ? 30 : 5);
            parts.end("joining the plenary", cost.figures().and(day.requests().figures()));
            Poll poll = vote(day, plenary, true, parts);
            if (measured) {
                again();
                parts.end(
                        "after the kill",
                        new Ledger(day)
                                .compare(server.organiser(), SESSIONS, poll, counted.get(Polls.COUNTED))
                                .and(BACK_AGAIN, plenary.back(server.organiser(), poll, SESSIONS)));
            }
            parts.summary();
        }
    }

    private Figures work(Day day, int people, double seconds) throws IOException {
        day.swarm().type(people, WARM_SECONDS);
        double stored = storage.seconds();
        Meter meter = new Meter(server);
        Figures figures = Figures.measure(server, day.swarm(), people, 0, seconds);
        return figures.and(Figures.of(
                "CPU % of PostgreSQL", 100 * (storage.seconds() - stored) / meter.seconds(),
                Cost.BOTH, (Usage.peak(server.pid()) + Usage.proportional(storage.pid())) / 1e6,
                BALLOTS_P99, day.swarm().deliveries().answers().millis(0.99),
                "boards and walls told", day.streams().told()));
    }

    private Polls polls(Day day) {
        Polls polls = new Polls(day.swarm(), 1);
        for (int i = 0; i < SESSIONS; i++) {
            int session = i;
            List<Link> links = new ArrayList<>();
            day.guests().stream().filter(guest -> guest.session() == session).forEach(guest -> links.add(guest.room()));
            polls.room(server.organiser(), day.congress().roomPath(i), links);
        }
        return polls;
    }

    private Poll vote(Day day, Plenary plenary, boolean secret, Parts parts) throws IOException {
        day.swarm().deliveries().answers().clear();
        Poll poll = plenary.open(secret);
        Cost cost = new Cost(server, storage);
        day.vote(poll.id(), number -> Plenary.choices(poll, number), VOTING_SECONDS);
        Figures voting = cost.figures();
        Latencies answers = day.swarm().deliveries().answers();
        long begin = System.nanoTime();
        day.meanwhile(0, CompletableFuture.supplyAsync(poll::close));
        double closing = (System.nanoTime() - begin) / 1e6;
        parts.end("voting", voting.and(Figures.of(
                BALLOTS_P99, answers.millis(0.99),
                "ballots most ms", answers.mostMillis(),
                "closing ms", closing,
                "back in the rooms ms", plenary.back(server.organiser(), poll, SESSIONS))));
        return poll;
    }

    /** Kills the server, and starts it anew on what is in the database. */
    private void again() throws IOException {
        Process process = server.running().process();
        process.destroyForcibly();
        process.onExit().join();
        server = start();
    }

    /** Two thousand leave their sessions for the plenary within a minute, and vote within five seconds. */
    private void plenary(int people) throws IOException {
        System.out.println("rehearsal with " + REHEARSING + " people");
        congress(REHEARSING, REHEARSAL_SECONDS, false);
        System.out.println("plenary with " + people + " people");
        Parts parts = new Parts();
        try (Day day = new Day(server, storage, SESSIONS, people, 2)) {
            Plenary plenary = new Plenary(day, server.organiser());
            plenary.agree(SESSIONS);
            day.look(1, SCREENS, WALLS);
            day.walkIn(40, SCREENS, false);
            parts.end("walking in", day.requests().figures());
            plenary.collect(SESSIONS, 0, parts);
            day.requests().clear();
            Cost cost = new Cost(server, storage);
            day.announce("In fünf Minuten Plenum");
            day.gather(60);
            parts.end("joining the plenary", cost.figures().and(day.requests().figures()));
            Poll poll = vote(day, plenary, false, parts);
            again();
            long cast = server.organiser().get(poll.path()).expect(200).get("cast").asLong();
            parts.end(
                    "after the kill",
                    Figures.of(
                            "ballots answered", people - day.denied(),
                            "of them lost or twice", Math.abs(people - day.denied() - cast),
                            BACK_AGAIN, plenary.back(server.organiser(), poll, SESSIONS)));
            parts.summary();
        }
    }
}
