package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of {@code src/test/js} in Node, with the real Yjs parts. Its stdout is lines of JSON, its stderr for people. */
public final class NodeScript implements AutoCloseable {
    private final Process process;
    private final Path output;
    private final Path errors;

    private NodeScript(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts the script; the environment tells it where the server is. */
    public static NodeScript start(String script, Map<String, String> environment) {
        try {
            Path folder = NodePackages.ready();
            Path output = Files.createTempFile("werkraum-node-", ".out");
            Path errors = Files.createTempFile("werkraum-node-", ".err");
            List<String> command = new ArrayList<>(List.of("node"));
            if (script.endsWith(".test.js")) {
                command.addAll(List.of("--test", "--test-reporter=spec"));
            }
            command.add(script);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new NodeScript(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs it to its end and answers its stdout; fails with all it printed unless it ends well in time. */
    public static String run(String script, Map<String, String> environment, Duration limit) {
        try (NodeScript running = start(script, environment)) {
            return running.finish(limit);
        }
    }

    public String finish(Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended || process.exitValue() != 0) {
                String how = ended ? "ended with " + process.exitValue() : "still running after " + limit;
                throw new AssertionError("Node " + how + "\n" + stdout() + "\n" + read(errors));
            }
            return stdout();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has printed so far. */
    public String stdout() {
        return read(output);
    }

    public boolean running() {
        return process.isAlive();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
