package de.werkraum.bench.fanout;

import de.werkraum.store.embedded.EmbeddedDatabase;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** {@code src/bench/detour.sh}: what a letter that arrives at a page costs the server, by WebSockets and by the detour of requests. */
public final class DetourLoad {
    private static final Path FOLDER = Path.of("target", "detour");
    private static final int PAGES = Integer.getInteger("pages", 60);

    private DetourLoad() {}

    /** Argument: how often each is measured. */
    public static void main(String[] arguments) throws Exception {
        File folder = Files.createDirectories(FOLDER).toFile();
        System.out.printf("load average before: %.1f%n", Usage.load());
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(FOLDER.resolve("database"));
                Servers servers = new Servers(folder, embedded.adminUrl());
                Werkraum server = (Werkraum) servers.start("werkraum")) {
            measure(server, "socket");
            measure(server, "detour");
            System.out.println("   that was to warm up");
            for (int run = 1; run <= Integer.parseInt(arguments[0]); run++) {
                double socket = measure(server, "socket");
                double detour = measure(server, "detour");
                System.out.printf(Locale.ROOT, "   detour %.2f x socket%n", detour / socket);
            }
        }
        System.exit(0);
    }

    /** Microseconds of the server's processor time for a letter at a page. */
    private static double measure(Werkraum server, String way) throws Exception {
        try (Pages pages = Pages.open("detour.js", server, Pages.seats(server, FOLDER, PAGES, 1), way)) {
            var begun = new JsonObject(pages.next());
            if (begun.getBoolean("detour") != way.equals("detour")) {
                throw new IllegalStateException("not by the " + way);
            }
            double before = Usage.seconds(server.pid());
            long heard = new JsonObject(pages.next()).getLong("heard");
            double each = (Usage.seconds(server.pid()) - before) * 1e6 / heard;
            System.out.printf(Locale.ROOT, "%s %d letters heard, %.1f us each%n", way, heard, each);
            return each;
        }
    }
}
