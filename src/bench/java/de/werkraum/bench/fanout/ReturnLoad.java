package de.werkraum.bench.fanout;

import de.werkraum.store.embedded.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code src/bench/return.sh}: a hall of pages whose server is killed and started again: when they are back, what that takes, and whether anything is lost. */
public final class ReturnLoad implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "return");
    private static final int PAGES = Integer.getInteger("pages", 700);
    private static final int ROOMS = Integer.getInteger("rooms", 24);
    private static final long DOWN = TimeUnit.SECONDS.toNanos(Integer.getInteger("down", 2));
    /** Of typing before each kill. */
    private static final long BEFORE = TimeUnit.SECONDS.toNanos(6);

    private final File folder;
    private final String database;
    private final int port = Launch.freePort();
    private Werkraum server;
    /** Seconds from the last kill until the port was listened at again. */
    private double ready;

    private ReturnLoad(File folder, String database) {
        this.folder = folder;
        this.database = database;
        server = start();
    }

    /** Argument: how often it is killed. */
    public static void main(String[] arguments) throws Exception {
        File folder = Files.createDirectories(FOLDER).toFile();
        System.out.printf("load average before: %.1f%n", Usage.load());
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(FOLDER.resolve("database"));
                Servers servers = new Servers(folder, embedded.adminUrl());
                var load = new ReturnLoad(folder, servers.database())) {
            load.run(Integer.parseInt(arguments[0]));
        }
        System.exit(0);
    }

    private Werkraum start() {
        return Werkraum.startAt(port, "return", folder, database, Servers.USUAL);
    }

    private void run(int times) throws IOException {
        Path seats = Pages.seats(server, FOLDER, PAGES, ROOMS);
        try (Pages pages = Pages.open("return.js", server, seats); Writer tell = pages.tell()) {
            System.out.println(pages.next());
            for (int i = 0; i < times; i++) {
                LockSupport.parkNanos(BEFORE);
                fall(tell);
                double busiest = busiest(pages);
                System.out.printf(Locale.ROOT, "   busiest second: %.0f %% of a core, server ready after %.1f s%n", busiest * 100, ready);
            }
        }
    }

    private void fall(Writer tell) throws IOException {
        server.running().process().destroyForcibly().onExit().join();
        tell.write("killed\n");
        tell.flush();
        long at = System.nanoTime();
        LockSupport.parkNanos(DOWN);
        server = start();
        ready = (System.nanoTime() - at) / 1e9;
    }

    /** Until the pages tell: the most processor time that the server has taken in a second, from its start on. */
    private double busiest(Pages pages) throws IOException {
        double most = 0;
        double seconds = Usage.seconds(server.pid());
        long at = System.nanoTime();
        while (pages.silent()) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            double now = Usage.seconds(server.pid());
            long later = System.nanoTime();
            most = Math.max(most, (now - seconds) / ((later - at) / 1e9));
            seconds = now;
            at = later;
        }
        System.out.println(pages.next());
        return most;
    }

    @Override
    public void close() {
        server.close();
    }
}
