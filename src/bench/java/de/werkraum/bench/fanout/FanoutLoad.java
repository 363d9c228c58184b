package de.werkraum.bench.fanout;

import de.werkraum.store.embedded.EmbeddedDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The loads of {@code src/bench/fanout.sh}: {@code FanoutLoad LOAD,LOAD,… RUNS}. Servers are processes pinned to the cores of the system property
 * {@code cores}; in each run of a load they take turns. PostgreSQL runs on the cores of this process.
 */
public final class FanoutLoad {
    private static final Path FOLDER = Path.of("target", "fanout");

    private FanoutLoad() {}

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[1]);
        File folder = Files.createDirectories(FOLDER).toFile();
        Results results = new Results(Path.of(System.getProperty("results", FOLDER.resolve("results.tsv").toString())));
        System.out.printf("load average before: %.1f%n", Usage.load());
        Path data = FOLDER.resolve("database");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Servers servers = new Servers(folder, database.adminUrl())) {
            new Loads(servers, new Storage(data, Servers.jdbc(database.adminUrl())), results).run(arguments[0], runs);
        }
        System.exit(0);
    }
}
