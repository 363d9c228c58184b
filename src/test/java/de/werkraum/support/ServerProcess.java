package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The real server as a process of its own, with what it prints. Closing kills it and the PostgreSQL it has started. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);
    private static final String READY = "Werkraum ready: ";
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Process process;
    private final Path output;
    private final Path errors;
    private final Path data;

    private ServerProcess(Process process, Path output, Path errors, Path data) {
        this.process = process;
        this.output = output;
        this.errors = errors;
        this.data = data;
    }

    /**
     * Runs the compiled classes and waits until they serve.
     *
     * @param data the data folder, kept between processes of one test
     */
    public static ServerProcess start(Path data, Map<String, String> environment) {
        return launch(fromClasses(), Path.of(""), data, environment).awaitReady();
    }

    /** As {@link #start}, but answers at once: for servers that are not to get ready. */
    public static ServerProcess launch(Path data, Map<String, String> environment) {
        return launch(fromClasses(), Path.of(""), data, environment);
    }

    /** As {@link #start}, with a main class of the tests. */
    public static ServerProcess start(String main, Path data, Map<String, String> environment) {
        List<String> command = new ArrayList<>(fromClasses());
        command.set(command.size() - 1, main);
        return launch(command, Path.of(""), data, environment).awaitReady();
    }

    /** Runs the packaged jar alone, in an empty folder. */
    public static ServerProcess startJar(Path jar, Path folder, Map<String, String> environment) {
        List<String> command = List.of(java(), "-jar", jar.toAbsolutePath().toString());
        return launch(command, folder, folder.resolve("data"), environment).awaitReady();
    }

    /** Runs the launcher of a package, in an empty folder. */
    public static ServerProcess startProgram(Path program, Path folder, Map<String, String> environment) {
        List<String> command = List.of(program.toAbsolutePath().toString());
        return launch(command, folder, folder.resolve("data"), environment).awaitReady();
    }

    private static List<String> fromClasses() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(java(), "-Xmx512m", "-cp", path, "de.werkraum.Main");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static ServerProcess launch(List<String> command, Path folder, Path data, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("werkraum-", ".out");
            Path errors = Files.createTempFile("werkraum-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            Map<String, String> clean = new HashMap<>(builder.environment());
            clean.keySet().removeIf(name -> name.startsWith("WERKRAUM_") || name.equals("DATABASE_URL"));
            clean.put("WERKRAUM_PORT", String.valueOf(freePort()));
            clean.put("WERKRAUM_DATA", data.toAbsolutePath().toString());
            clean.putAll(environment);
            builder.environment().clear();
            builder.environment().putAll(clean);
            return new ServerProcess(builder.start(), output, errors, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess awaitReady() {
        Conditions.await("the ready line", START, () -> !process.isAlive() || ready());
        if (!ready()) {
            String told = "no ready line; stdout: " + stdout() + "; stderr: " + stderr();
            close();
            throw new IllegalStateException(told);
        }
        return this;
    }

    private boolean ready() {
        return stdout().contains(READY)
                && stdout().substring(stdout().indexOf(READY)).contains("\n");
    }

    /** What HTTP clients talk to, from the ready line. */
    public URI base() {
        return URI.create(stdout().lines()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .orElseThrow()
                .substring(READY.length())
                .strip());
    }

    /** Every address printed but the ready line's. */
    public List<String> links() {
        return LINK.matcher(stdout().replaceAll("(?m)^" + READY + ".*$", ""))
                .results()
                .map(match -> match.group())
                .toList();
    }

    public String stdout() {
        return read(output);
    }

    public String stderr() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the PostgreSQL that runs for this server. */
    public long postgres() {
        return runningPostgres().orElseThrow();
    }

    /** The same, or none if no PostgreSQL says that it runs for this server: its file is gone, or not written yet. */
    public OptionalLong runningPostgres() {
        try {
            String number = Files.readString(data.resolve("cluster/postmaster.pid"))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** SIGTERM: asks for an orderly end. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL, and waits until the process is gone. */
    public void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(10));
    }

    /** Processor time taken so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Waits for the end. */
    public int exitCode(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + limit);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends in order what still runs; what then is left of PostgreSQL is killed. */
    @Override
    public void close() {
        boolean ended = true;
        process.destroy();
        try {
            ended = process.waitFor(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
        }
        if (Files.exists(data.resolve("cluster/postmaster.pid"))) {
            ProcessHandle.of(postgres()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
