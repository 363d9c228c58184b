package de.werkraum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Two thousand members of one room vote at once. Started by {@code src/bench/ballots.sh}, which gives {@code DATABASE_URL}; prints one line a
 * run and the medians.
 */
public final class BallotLoad {
    private static final int MEMBERS = Integer.getInteger("members", 2_000);
    private static final int RUNS = Integer.getInteger("runs", 3);
    private static final int SPAN_MILLIS = 5_000;
    private static final int BURST_SECONDS = 8;
    private static final int SCREENS = 3;

    private final String database;
    private final ServerProcess server;
    private final Workshop room;
    private final Api moderator;
    private final Crowd crowd;
    private final Crowd screens;
    private int closings;

    private BallotLoad(String database, ServerProcess server, Vertx vertx) {
        this.database = database;
        this.server = server;
        room = Workshop.open(server.base());
        moderator = room.moderator("Moderation").api();
        crowd = Crowd.gather(vertx, room, "participant", MEMBERS);
        screens = Crowd.gather(vertx, room, "viewer", SCREENS);
    }

    /** What one run showed. */
    private record Run(double p50, double p99, double tallyMillis, double perCommit, double closingMillis) {}

    /** Ballots a second, and the server's processor time for each in microseconds. */
    private record Burst(double rate, double cost) {}

    public static void main(String[] arguments) throws Exception {
        String database = System.getenv("DATABASE_URL");
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Map<String, String> environment = Map.of("DATABASE_URL", database, "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        try (ServerProcess server = ServerProcess.start(Files.createTempDirectory("werkraum-load-"), environment)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.print(server.stderr())));
            long begin = System.nanoTime();
            BallotLoad load = new BallotLoad(database, server, vertx);
            say("%d members and %d screens joined and connected in %.1f s", load.crowd.size(), SCREENS, since(begin));
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(load.run(i + 1));
            }
            say(
                    "medians: send to ok p50 %.1f ms, p99 %.1f ms; tally on the screens %.0f ms after the last ok;"
                            + " %.1f ballots a commit; closing told to all in %.0f ms",
                    median(runs.stream().map(Run::p50).toList()),
                    median(runs.stream().map(Run::p99).toList()),
                    median(runs.stream().map(Run::tallyMillis).toList()),
                    median(runs.stream().map(Run::perCommit).toList()),
                    median(runs.stream().map(Run::closingMillis).toList()));
            List<Burst> bursts = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                bursts.add(load.burst());
            }
            say(
                    "highest throughput, median of %d: %.0f ballots/s (%s), %.0f µs of the server's processor time"
                            + " each",
                    RUNS,
                    median(bursts.stream().map(Burst::rate).toList()),
                    bursts.stream()
                            .map(each -> String.format(Locale.ROOT, "%.0f", each.rate))
                            .toList(),
                    median(bursts.stream().map(Burst::cost).toList()));
            load.crowd.leave();
            load.screens.leave();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private record Opened(String id, List<String> options) {}

    private Opened open() {
        List<Map<String, Object>> options = new ArrayList<>();
        for (String label : List.of("A", "B", "C", "D")) {
            options.add(Api.object("label", label));
        }
        JsonNode poll = moderator
                .post(
                        room.path() + "/polls",
                        Api.object(
                                "question",
                                "Wo zuerst?",
                                "method",
                                "dots",
                                "options",
                                options,
                                "settings",
                                Api.object("secret", false, "reveal", "live", "budget", 4, "maxPerOption", 4)))
                .expect(201);
        List<String> ids = new ArrayList<>();
        poll.get("options").forEach(option -> ids.add(option.get("id").asText()));
        Opened opened = new Opened(poll.get("id").asText(), ids);
        moderator.post(path(opened) + "/open", Api.object()).expect(200);
        return opened;
    }

    private String path(Opened poll) {
        return room.path() + "/polls/" + poll.id;
    }

    private static String choices(Opened poll, int number, int turn) {
        return "{\"" + poll.options.get((number + turn) % poll.options.size()) + "\":" + (1 + turn % 4) + "}";
    }

    private Run run(int number) throws SQLException {
        Opened poll = open();
        Crowd.Round round = crowd.castWithin(
                SPAN_MILLIS, new Random(number), (voter, who, turn) -> voter.cast(poll.id, choices(poll, who, turn)));
        Conditions.await("the last tally on every screen", Duration.ofSeconds(20), () -> screens.voters().stream()
                .allMatch(screen -> exact(screen.tally(), poll)));
        long shown = screens.voters().stream().mapToLong(Voter::tallyAt).max().orElseThrow();
        double perCommit = perCommit(poll);
        long begin = System.nanoTime();
        JsonNode closed = close(poll);
        double closing = since(begin) * 1_000;
        if (closed.get("cast").asInt() != crowd.size() || !exact(new JsonObject(closed.toString()), poll)) {
            throw new IllegalStateException("not every ballot was counted: " + closed.get("tally"));
        }
        Run run = new Run(
                round.millis(0.5), round.millis(0.99), Math.max(0, shown - round.lastOk()) / 1e6, perCommit, closing);
        say(
                "run %d: %d ok; p50 %.1f ms, p99 %.1f ms, max %.1f ms; tally %.0f ms after the last ok; %.1f ballots a"
                        + " commit; closing told to all in %.0f ms",
                number,
                round.latencies().size(),
                run.p50,
                run.p99,
                round.millis(1),
                run.tallyMillis,
                perCommit,
                closing);
        return run;
    }

    /** Whether a tally counts everybody's one dot on the right option. */
    private boolean exact(JsonObject event, Opened poll) {
        JsonObject tally = event.getJsonObject("tally");
        if (tally == null || tally.getInteger("cast") != crowd.size()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < poll.options.size(); i++) {
            int dots = tally.getJsonObject("options")
                    .getJsonObject(poll.options.get(i))
                    .getInteger("dots");
            int expected = crowd.size() / poll.options.size() + (i < crowd.size() % poll.options.size() ? 1 : 0);
            sum += dots == expected ? dots : -crowd.size();
        }
        return sum == crowd.size();
    }

    /** Rows of one commit carry the same transaction id. */
    private double perCommit(Opened poll) throws SQLException {
        URI uri = URI.create(database);
        String[] login = uri.getUserInfo().split(":", 2);
        String query =
                "select count(*)::float8 / count(distinct xmin::text) from werkraum.ballot_" + poll.id.replace("-", "");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
                        login[0],
                        login[1]);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private Burst burst() {
        Opened poll = open();
        Duration before = server.processorTime();
        long begin = System.nanoTime();
        double rate = crowd.castFor(BURST_SECONDS, (voter, who, turn) -> voter.cast(poll.id, choices(poll, who, turn)));
        double micros = server.processorTime().minus(before).toNanos() / 1e3;
        double cost = micros / (rate * since(begin));
        close(poll);
        return new Burst(rate, cost);
    }

    /** Closes, and waits until everybody has heard it. */
    private JsonNode close(Opened poll) {
        closings++;
        JsonNode closed = moderator.post(path(poll) + "/close", Api.object()).expect(200);
        Conditions.await("everybody hears of the closing", Duration.ofSeconds(60), () -> crowd.voters().stream()
                .allMatch(voter -> voter.closings() >= closings));
        return closed;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
