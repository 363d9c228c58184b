package de.werkraum.chaos;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What can be damaged: the server's process, its PostgreSQL, the wires. Faults act on it and leave it mended. */
final class World implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Path data;
    private final Postgres postgres;
    private final Random random;
    private final int port = ServerProcess.freePort();
    private final Wire clients;
    private ServerProcess server;
    private @Nullable Inquiry inquiry;

    World(Path folder, Postgres postgres, Random random) {
        data = postgres instanceof EmbeddedPostgres embedded ? embedded.data() : folder;
        this.postgres = postgres;
        this.random = random;
        clients = Wire.to(port, random);
        server = launch();
    }

    private ServerProcess launch() {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        environment.put("WERKRAUM_PORT", String.valueOf(port));
        return ServerProcess.start("de.werkraum.chaos.ChaosServer", data, environment);
    }

    /** Who compares what clients were told with what is there. */
    void examine(Inquiry by) {
        inquiry = by;
    }

    /** To be asked once {@link #examine} was called. */
    Inquiry inquiry() {
        return Objects.requireNonNull(inquiry);
    }

    Postgres postgres() {
        return postgres;
    }

    Random random() {
        return random;
    }

    /** Between clients and server. */
    Wire clients() {
        return clients;
    }

    /** Where the clients think the server is. */
    URI front() {
        return URI.create("http://127.0.0.1:" + clients.port());
    }

    /** The server itself. */
    URI direct() {
        return server.base();
    }

    int ready() {
        return Api.of(direct()).get("/health/ready").status();
    }

    void awaitReady() {
        Conditions.await("ready again", LONG, () -> ready() == 200);
    }

    void awaitNotReady() {
        Conditions.await("not ready", LONG, () -> ready() == 503);
    }

    void killServer() {
        server.kill();
    }

    /**
     * Starts the server after it was killed. Before any client is let in again, everything that was reported as saved must be there: later
     * the clients themselves would bring back what was lost.
     */
    void restartServer() {
        clients.become(Wire.Mode.CUT);
        server = launch();
        if (inquiry != null) {
            inquiry.savedIsInThePlan();
        }
        clients.become(Wire.Mode.PASS);
    }

    /** Starts the server after it was killed, where PostgreSQL may lack what only clients have. */
    void startServer() {
        server = launch();
    }

    /** Kills the postmaster, or all processes of PostgreSQL, without warning. */
    void killPostgres(boolean all) {
        List<Long> processes = Signals.workingIn(postgres.cluster());
        long postmaster = processes.stream().mapToLong(Long::longValue).min().orElseThrow();
        Signals.send("KILL", all ? processes : List.of(postmaster));
    }

    void stopPostgres() {
        Signals.stop(postgres.cluster());
    }

    void resumePostgres() {
        Signals.send("CONT", Signals.workingIn(postgres.cluster()));
    }

    /** Lets time pass: for faults that last, and up to a moment that is drawn. */
    static void pass(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(Math.max(1, end - System.nanoTime()));
        }
    }

    /** Some seconds, from one to the given number. */
    void passUpTo(int seconds) {
        pass(Duration.ofMillis(1_000 + random.nextInt(1_000 * (seconds - 1))));
    }

    String log() {
        return server.stderr();
    }

    @Override
    public void close() {
        server.close();
        clients.close();
    }
}
