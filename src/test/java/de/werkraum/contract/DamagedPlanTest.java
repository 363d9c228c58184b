package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.NodeScript;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A byte of a stored plan flips: its room has all the rest, says so, can be edited, and disturbs nobody. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DamagedPlanTest {
    private static final String FLIP =
            "update %s set data = set_byte(data, length(data) - 4, get_byte(data, length(data) - 4) # 1) where room = '%s' and seq = %d";

    private final Logger logger = Logger.getLogger("de.werkraum.journal");
    private final Ear ear = new Ear();
    private TestServer server = TestServer.start();
    private Workshop room = Workshop.open(server.base());
    private Workshop.Person mona = room.moderator("Mona");

    @BeforeEach
    void listen() {
        logger.addHandler(ear);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(ear);
        server.close();
    }

    @Test
    @Tag("S-13")
    void aDamagedUpdateHidesNoneAfterIt() throws SQLException {
        Workshop other = Workshop.open(server.base());
        Workshop.Person otto = other.moderator("Otto");
        title(mona, room, "Stand eins");
        title(mona, room, "Stand zwei");
        title(mona, room, "Stand drei");
        execute(FLIP.formatted("plan_update", room.id(), 3));
        server.restart();
        assertGoesOn("row 3 of plan_update");
        Workshop.Person again = on(otto);
        title(again, other, "Hier geht es weiter");
        server.restart();
        assertEquals(
                "Es geht weiter",
                on(mona).api()
                        .get(room.path() + "/plan")
                        .expect(200)
                        .get("title")
                        .asText());
    }

    @Test
    @Tag("S-13")
    void aMissingUpdateIsDamageAsWell() throws SQLException {
        title(mona, room, "Stand eins");
        title(mona, room, "Stand zwei");
        title(mona, room, "Stand drei");
        execute("delete from plan_update where room = '" + room.id() + "' and seq = 3");
        server.restart();
        assertGoesOn("row 3 of plan_update");
    }

    @Test
    @Tag("S-13")
    void aDamagedSnapshotGivesWayToTheOneBefore() throws SQLException {
        title(mona, room, "Stand eins");
        title(mona, room, "Stand zwei");
        execute("insert into plan_snapshot (room, seq, data) select room, 3, '\\x0000' from plan_update where room = '"
                + room.id() + "' and seq = 2");
        execute("update plan_snapshot set crc = 1 where room = '" + room.id() + "'");
        server.restart();
        assertGoesOn("row 3 of plan_snapshot");
        execute("delete from plan_snapshot where room = '" + room.id() + "' and seq = 3");
        server.restart();
        title(on(mona), room, "Stand drei");
    }

    @Test
    void flippedBytesInTheServersOwnSnapshots() throws SQLException {
        server.close();
        server = TestServer.start(Map.of("snapshotUpdates", 2));
        room = Workshop.open(server.base());
        mona = room.moderator("Mona");
        Workshop other = Workshop.open(server.base());
        Workshop.Person otto = other.moderator("Otto");
        String last = "";
        List<Long> snapshots = List.of();
        for (int i = 1; snapshots.size() < 2; i++) {
            assertTrue(i < 200, "no second snapshot");
            last = "Stand " + i;
            title(mona, room, last);
            snapshots = snapshots();
        }
        server.restart(); // no further one is under way now
        snapshots = snapshots();
        execute(FLIP.formatted("plan_snapshot", room.id(), snapshots.get(0)));
        server.restart();
        assertGoesOn("row " + snapshots.get(0) + " of plan_snapshot");
        execute(FLIP.formatted("plan_snapshot", room.id(), snapshots.get(1)));
        ear.lines.clear();
        server.restart();
        assertGoesOn("row " + snapshots.get(0) + " of plan_snapshot");
        title(on(otto), other, "Hier geht es weiter");
    }

    /** The numbers of the room's snapshots, the newest first. */
    private List<Long> snapshots() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(server.databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select seq from plan_snapshot where room = '" + room.id() + "' order by seq desc")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    /** The room says what is missing, can be edited, and was logged once. */
    private void assertGoesOn(String row) {
        Api moderator = on(mona).api();
        assertEquals(200, moderator.get(room.path() + "/export/json").status());
        JsonNode heard = Api.parse(NodeScript.run(
                "wire/damaged.js",
                Map.of(
                        "BASE",
                        server.base().toString(),
                        "ROOM",
                        room.id(),
                        "TOKEN",
                        mona.api().token()),
                Duration.ofSeconds(60)));
        assertTrue(heard.get("damaged").asBoolean(), heard.toString());
        moderator
                .put(room.path() + "/plan", Api.object("title", "Es geht weiter"))
                .expect(200);
        assertEquals(
                "Es geht weiter",
                moderator.get(room.path() + "/plan").expect(200).get("title").asText());
        assertEquals(200, moderator.get(room.path() + "/export/json").status(), "the live room's");
        List<String> lines =
                ear.lines.stream().filter(line -> line.contains(room.id())).toList();
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains(row), lines.toString());
    }

    /** The same person at the server's present port. */
    private Workshop.Person on(Workshop.Person person) {
        return new Workshop.Person(
                person.id(),
                person.name(),
                Api.of(server.base()).as(person.api().token()));
    }

    private static void title(Workshop.Person person, Workshop room, String title) {
        person.api().put(room.path() + "/plan", Api.object("title", title)).expect(200);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(server.databaseUrl());
                Statement statement = connection.createStatement()) {
            assertEquals(true, statement.executeUpdate(sql) > 0, sql);
        }
    }

    /** Keeps what is logged. */
    private static final class Ear extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(format.formatMessage(line));
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
