package de.werkraum.store.embedded;

import de.werkraum.problem.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The PostgreSQL that serves one cluster folder, known by its {@code postmaster.pid}. Whoever calls this holds the lock of the data
 * folder, so a server that is found running here has lost the one that started it.
 */
final class Postmaster {
    /** A fast shutdown writes what is in memory; on a slow disk that takes seconds. */
    private static final Duration STOP = Duration.ofSeconds(30);
    /** Of the ten seconds the server's whole end may take. */
    private static final Duration ORDERLY = Duration.ofSeconds(4);
    /** Without it the others would start anew on the same memory. */
    private static final Duration BACKENDS = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Programs programs;
    private final Path cluster;

    Postmaster(Programs programs, Path cluster) {
        this.programs = programs;
        this.cluster = cluster;
    }

    /** Whether it lives; one that is stopped or does not answer does. */
    boolean running() {
        return serves(pid(cluster.resolve("postmaster.pid")));
    }

    /** Ends what a killed server has left, so that the folder can be opened again. */
    void stopOrphan() {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = pid(pidFile);
        if (serves(pid)) {
            if (!stop("fast", STOP)) {
                throw new StartupException("The PostgreSQL of an earlier start (process " + pid
                        + ") does not stop; stop it and start again.");
            }
            return;
        }
        awaitBackends();
        if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            // the number belongs to another program by now, and PostgreSQL would take that for itself
            forget(pidFile);
        }
    }

    /** Fast, then, if it takes too long, at once: what was committed is in the write-ahead log either way. */
    void stop() {
        if (Files.exists(cluster.resolve("postmaster.pid")) && !stop("fast", ORDERLY)) {
            stop("immediate", ORDERLY);
        }
    }

    private boolean stop(String mode, Duration limit) {
        return programs.run(
                        limit.plusSeconds(2),
                        "pg_ctl",
                        "stop",
                        "-D",
                        cluster.toString(),
                        "-m",
                        mode,
                        "-w",
                        "-t",
                        String.valueOf(limit.toSeconds()))
                .ok();
    }

    /** By what the kernel knows, not by the number alone: numbers are used again. */
    private boolean serves(long pid) {
        return lives(Path.of("/proc", String.valueOf(pid)));
    }

    private boolean lives(Path process) {
        try {
            String program =
                    Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
            return program.startsWith("postgres") && Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (IOException e) {
            return false; // gone, a zombie, or somebody else's
        }
    }

    /** Where the postmaster itself was killed its children end by themselves, a moment later. */
    private void awaitBackends() {
        long end = System.nanoTime() + BACKENDS.toNanos();
        while (anyLives()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new StartupException(
                        "Processes of an earlier PostgreSQL still use " + cluster + "; stop them and start again.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean anyLives() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.anyMatch(this::lives);
        } catch (IOException e) {
            return false;
        }
    }

    private static long pid(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
            return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static void forget(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new StartupException("The stale file " + pidFile + " can't be removed: " + e.getMessage(), e);
        }
    }
}
