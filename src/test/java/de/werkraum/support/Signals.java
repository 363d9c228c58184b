package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Signals to processes by their numbers: what {@link ProcessHandle} can't send. */
public final class Signals {
    private Signals() {}

    /** Sends a signal such as {@code KILL}, {@code STOP}, {@code CONT} to all of them; those that are gone are passed over. */
    public static void send(String signal, List<Long> processes) {
        for (long process : processes) {
            try {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Stops every process that works in a folder, also those that are started while this goes on. */
    public static void stop(Path folder) {
        Set<Long> stopped = new HashSet<>();
        for (List<Long> found = workingIn(folder); stopped.addAll(found); found = workingIn(folder)) {
            send("STOP", found);
        }
    }

    /** Every process that works in a folder, such as all those of the PostgreSQL on a cluster. */
    public static List<Long> workingIn(Path folder) {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> worksIn(process, folder))
                    .forEach(process ->
                            found.add(Long.parseLong(process.getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder.toRealPath());
        } catch (IOException e) {
            return false; // gone, or somebody else's
        }
    }
}
