package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A closed secret poll, attacked with everything the running database offers: rows with their system columns, the order of rows, catalogs and
 * statistics, the pages on disk, the logs. The attacker knows every member and every receipt and looks for what joins them.
 */
class SecrecyTest extends PollServer {
    private static final int PEOPLE = 40;
    /** Right guesses among 40 that chance alone makes with a probability below 1 : 10 million (1 is expected). */
    private static final int LUCK = 10;

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final List<Workshop.Person> people = new ArrayList<>();
    /** What only the voters know: whose receipt is which. */
    private final Map<String, String> truth = new HashMap<>();

    private final List<String> castingOrder = new ArrayList<>();
    private Question question = new Question(Api.of(server.base()), "", List.of());
    private JsonNode closed = question.moderator().get("/templates").expect(200);

    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord told) {
            logged.add(told.getMessage() + " " + Arrays.toString(told.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    void listenToTheLogWhileVoting() throws SQLException, IOException {
        long seed = new Random().nextLong();
        System.out.println("secret votes in a random order, seed " + seed);
        Logger ours = Logger.getLogger("de.werkraum");
        ours.setLevel(Level.ALL);
        ours.addHandler(ear);
        vote(new Random(seed));
        ours.removeHandler(ear);
        ours.setLevel(null);
    }

    private void vote(Random random) throws SQLException, IOException {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        people.addAll(people(room, PEOPLE));
        question = Question.open(room, moderator, "dots", 8, object("budget", 8, "maxPerOption", 8));
        List<Workshop.Person> order = new ArrayList<>(people);
        Collections.shuffle(order, random);
        for (int i = 0; i < PEOPLE; i++) {
            castOne(order.get(i), random);
            if (random.nextInt(4) == 0) {
                castOne(order.get(random.nextInt(i + 1)), random);
            }
        }
        // While the poll is open the attacks succeed: so they would find what was left.
        try (Connection connection = admin()) {
            assertEquals(PEOPLE, links(rows(connection, "werkraum." + table())).size());
            assertFalse(pagesWithBallots(connection).isEmpty());
        }
        closed = question.close();
    }

    private String table() {
        return "ballot_" + question.id().replace("-", "");
    }

    /** Rows that hold a member and a receipt. */
    private List<String> links(List<String> rows) {
        return rows.stream()
                .filter(row -> people.stream().anyMatch(person -> row.contains(person.id())))
                .filter(row -> truth.values().stream().anyMatch(row::contains))
                .toList();
    }

    private void castOne(Workshop.Person person, Random random) {
        Object choices = object(question.options().get(random.nextInt(8)), 1 + random.nextInt(8));
        String receipt =
                question.cast(person.api(), choices).expect(200).get("receipt").asText();
        truth.put(person.id(), receipt);
        castingOrder.remove(person.id());
        castingOrder.add(person.id());
    }

    @Test
    @Tag("V-13")
    void noRowOfAnyTableOrCatalogHoldsAMemberAndABallot() throws SQLException {
        assertEquals(PEOPLE, closed.get("receipts").size());
        int rows = 0;
        try (Connection connection = admin()) {
            for (String table : tables(connection)) {
                List<String> held = rows(connection, table);
                rows += held.size();
                assertEquals(List.of(), links(held), table);
            }
        }
        assertTrue(rows > 1_000, "catalogs and tables can't be that small: " + rows);
    }

    @Test
    @Tag("V-13")
    void noOrderOfMembersIsTheOrderOfBallots() throws SQLException {
        List<String> receipts = closed.get("receipts").findValuesAsText("receipt");
        Map<String, List<String>> orders = new HashMap<>();
        orders.put("casting", castingOrder);
        try (Connection connection = TestDatabase.connect(server.databaseUrl())) {
            for (String by : List.of("ctid", "member", "xmin::text::bigint, ctid", "cmin::text::bigint, ctid")) {
                orders.put(
                        "voters by " + by, ids(connection, "select member from poll_voter where voted order by " + by));
            }
            for (String by : List.of("ctid", "id", "joined_at", "name")) {
                orders.put(
                        "members by " + by,
                        ids(connection, "select id from member where role = 'participant' order by " + by));
            }
            assertEquals(
                    "1 1",
                    one(
                            connection,
                            "select count(distinct xmin::text) || ' ' || count(distinct cmin::text) from poll_voter"),
                    "the marks of who has voted differ in time");
        }
        orders.forEach((name, members) -> {
            assertEquals(PEOPLE, members.size(), name);
            for (boolean backwards : new boolean[] {false, true}) {
                List<String> guess = new ArrayList<>(receipts);
                if (backwards) {
                    Collections.reverse(guess);
                }
                int right = 0;
                for (int i = 0; i < PEOPLE; i++) {
                    right += guess.get(i).equals(truth.get(members.get(i))) ? 1 : 0;
                }
                assertTrue(right < LUCK, right + " right guesses by the order " + name);
            }
        });
    }

    @Test
    @Tag("V-13")
    void theTableOfBallotsIsGoneFromCatalogsStatisticsAndFolders() throws SQLException, IOException {
        String table = table();
        try (Connection connection = admin()) {
            for (String query : List.of(
                    "select count(*) from pg_class where relname like 'ballot\\_%' or relname like '" + table + "%'",
                    "select count(*) from pg_stat_all_tables where relname = '" + table + "'",
                    "select count(*) from pg_stats where tablename = '" + table + "'",
                    "select count(*) from pg_class c where relkind = 't' and not exists"
                            + " (select from pg_class p where p.reltoastrelid = c.oid)",
                    "select count(*) from pg_prepared_xacts")) {
                assertEquals("0", one(connection, query), query);
            }
            assertEquals(List.of(), pagesWithBallots(connection));
        }
    }

    /** Files of the database with a stored ballot: it holds member and receipt as 16 bytes each; a closed poll holds receipts as text. */
    private List<Path> pagesWithBallots(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        String oid = one(connection, "select oid from pg_database where datname = current_database()");
        List<String> receipts = truth.values().stream()
                .map(receipt -> new String(bytes(receipt), StandardCharsets.ISO_8859_1))
                .toList();
        List<Path> files;
        try (java.util.stream.Stream<Path> entries =
                Files.list(cluster(connection).resolve("base").resolve(oid))) {
            files = entries.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.size() > 100, "that can't be all files of a database");
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            String pages = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            if (receipts.stream().anyMatch(pages::contains)) {
                found.add(file);
            }
        }
        return found;
    }

    private static byte[] bytes(String id) {
        UUID uuid = UUID.fromString(id);
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    @Test
    void noLogTellsOfCasting() throws SQLException, IOException {
        List<String> lines = new ArrayList<>(logged);
        try (Connection connection = admin()) {
            Path folder = cluster(connection).resolveSibling(".");
            for (String name : List.of("postgresql.log", "postgresql.log.1")) {
                if (Files.exists(folder.resolve(name))) {
                    lines.addAll(Files.readAllLines(folder.resolve(name)));
                }
            }
        }
        for (String line : lines) {
            for (Map.Entry<String, String> link : truth.entrySet()) {
                assertFalse(line.contains(link.getValue()), line);
                assertFalse(line.contains(link.getKey()), line);
            }
            assertFalse(question.options().stream().anyMatch(line::contains), line);
        }
        for (String row : auditOf(question.moderator())) {
            assertFalse(people.stream().anyMatch(person -> row.contains(person.id())), row);
        }
    }

    /** Whatever is kept of who did what. */
    private List<String> auditOf(Api moderator) throws SQLException {
        String room = question.path().substring(0, question.path().indexOf("/polls"));
        List<String> kept =
                new ArrayList<>(List.of(moderator.get(room + "/audit").body()));
        try (Connection connection = TestDatabase.connect(server.databaseUrl())) {
            for (String table : tables(connection)) {
                if (table.contains("audit")) {
                    kept.addAll(rows(connection, table));
                }
            }
        }
        return kept;
    }

    // ---- looking

    /** As the superuser of the cluster, in the database of the server. */
    private Connection admin() throws SQLException {
        return DriverManager.getConnection(adminUrl(), adminLogin()[0], adminLogin()[1]);
    }

    private String adminUrl() {
        URI uri = URI.create(server.databaseUrl());
        return "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
    }

    private String[] adminLogin() {
        return URI.create(server.databaseUrl()).getUserInfo().split(":", 2);
    }

    private static Path cluster(Connection connection) throws SQLException {
        return Path.of(one(connection, "show data_directory"));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return ids(
                connection,
                """
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'm')
                """);
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        return ids(
                connection,
                "select concat_ws(' ', tableoid::regclass, ctid, xmin, xmax, cmin, cmax, t::text) from " + table
                        + " t");
    }

    private static List<String> ids(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String one(Connection connection, String query) throws SQLException {
        return ids(connection, query).get(0);
    }
}
