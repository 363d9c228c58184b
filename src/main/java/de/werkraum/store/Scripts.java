package de.werkraum.store;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The migrations that this version brings, by the names of their files. */
final class Scripts {
    private static final String FOLDER = "db/migration/";

    private Scripts() {}

    /** Whether these, and no others, have run. In doubt not: Flyway then finds out, and says what is wrong. */
    static boolean ran(DatabaseUrl url) {
        Set<String> ran = new TreeSet<>();
        try (Connection connection = url.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select script, success from " + Migrations.HISTORY
                        + ".flyway_schema_history where version is not null")) {
            while (rows.next()) {
                if (!rows.getBoolean("success")) {
                    return false;
                }
                ran.add(rows.getString("script"));
            }
        } catch (SQLException e) {
            return false;
        }
        return !ran.isEmpty() && ran.equals(brought());
    }

    /** Names of files, empty where they can't be listed. */
    static Set<String> brought() {
        URL folder = Scripts.class.getClassLoader().getResource(FOLDER);
        try {
            return folder == null ? Set.of() : listed(folder);
        } catch (IOException | URISyntaxException e) {
            return Set.of();
        }
    }

    private static Set<String> listed(URL folder) throws IOException, URISyntaxException {
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return scripts(jar.getJarFile().stream().map(JarEntry::getName).filter(name -> name.startsWith(FOLDER)));
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return scripts(files.map(Path::toString).toList().stream());
        }
    }

    private static Set<String> scripts(Stream<String> paths) {
        return paths.filter(path -> path.endsWith(".sql"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
