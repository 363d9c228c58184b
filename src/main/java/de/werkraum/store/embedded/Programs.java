package de.werkraum.store.embedded;

import de.werkraum.problem.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's own programs. They refuse to run as root; as root they are started in a user namespace of their own, in which
 * nobody is root.
 */
final class Programs {
    private static final Duration PROBE = Duration.ofSeconds(10);

    private final Path bin;
    private final boolean namespace;

    /** The programs of an unpacked PostgreSQL. */
    Programs(Path binaries, boolean namespace) {
        this.bin = binaries.resolve("bin");
        this.namespace = namespace;
    }

    /**
     * Whether programs must run in a user namespace.
     *
     * @throws StartupException where this machine can't run them; its sentence says what can be done
     */
    static boolean namespaceNeeded() {
        boolean root = root();
        if (root && !run(List.of("unshare", "-U", "true"), PROBE).ok()) {
            throw new StartupException(
                    "The embedded PostgreSQL can't be started by root, as this machine forbids user namespaces:"
                            + " run Werkraum as another user, or set DATABASE_URL to a PostgreSQL server.");
        }
        return root;
    }

    private static boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Waits for the program's end; after the limit it is killed, and counts as failed. */
    Result run(Duration limit, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (namespace) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command, limit);
    }

    private static Result run(List<String> command, Duration limit) {
        try {
            Path output = Files.createTempFile("werkraum-", ".out");
            try {
                return run(command, limit, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Result(false, String.valueOf(e.getMessage()));
        }
    }

    /** Output goes through a file: a pipe would stay open as long as any grandchild lives. */
    private static Result run(List<String> command, Duration limit, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Result(false, command.get(0) + " took longer than " + limit.toSeconds() + " s");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8).strip();
            return new Result(process.exitValue() == 0, text);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Result(false, "interrupted");
        }
    }

    record Result(boolean ok, String output) {
        /** The first line, for a sentence; the rest is in PostgreSQL's own log. */
        String brief() {
            return output.lines().filter(line -> !line.isBlank()).findFirst().orElse("no message");
        }
    }
}
