package de.werkraum.bench.fanout;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts processes on given cores and waits until they listen. */
final class Launch {
    /** Cores of the servers, as taskset names them. */
    static final String CORES = System.getProperty("cores", "0");

    private Launch() {}

    /** A server's name in the results: with its cores, if it has several. */
    static String label(String name) {
        return CORES.matches("\\d+") ? name : name + ", cores " + CORES;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    /** Runs a command pinned to the servers' cores; what it prints goes to a file of this name below {@code folder}. */
    static Running start(File folder, String name, List<String> command, Map<String, String> environment, int port) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", CORES));
        pinned.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(pinned)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder, name + ".log"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitListening(name, process, port);
            return new Running(label(name), process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitListening(String name, Process process, int port) throws IOException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IOException(name + " does not listen; see its log");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
