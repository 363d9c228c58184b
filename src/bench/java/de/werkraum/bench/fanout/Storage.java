package de.werkraum.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL of a run. */
final class Storage {
    private final long pid;

    /** @param folder of the embedded server */
    Storage(Path folder) {
        try {
            pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return pid;
    }

    /** Processor seconds of all its processes. */
    double seconds() {
        return Usage.secondsWithChildren(pid);
    }
}
