package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Compares what clients were told with what the server and the database have. */
final class Inquiry {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final World world;
    private final Crowd crowd;
    private final Workshop room;
    private final String moderator;
    /** Versions that the server said it keeps, by path, as they were first read. */
    private final Map<String, JsonNode> versions = new ConcurrentHashMap<>();

    Inquiry(World world, Crowd crowd, Workshop room, String moderator) {
        this.world = world;
        this.crowd = crowd;
        this.room = room;
        this.moderator = moderator;
    }

    /** Keeps the plan as it is now under a name; answers true once the server has said so. */
    boolean keepVersion() {
        JsonNode version = api().post(room.path() + "/versions", Api.object("name", "Stand"))
                .expect(201);
        String path = room.path() + "/versions/" + version.get("id").asText();
        versions.put(path, api().get(path).expect(200));
        return true;
    }

    private Api api() {
        return Api.of(world.direct()).as(moderator);
    }

    /** Everything reported as saved so far is in the server's plan. */
    void savedIsInThePlan() {
        Set<String> saved = crowd.saved();
        assertNothingLost(saved, plan(), "plan after the restart");
    }

    /** Everything reported as saved so far is in the database. */
    void savedIsInTheDatabase() {
        Set<String> saved = crowd.saved();
        assertNothingLost(saved, database(), "database");
    }

    private static void assertNothingLost(Set<String> saved, List<String> there, String where) {
        Set<String> lost = new TreeSet<>(saved);
        lost.removeAll(new HashSet<>(there));
        assertTrue(
                lost.isEmpty(),
                lost.size() + " of " + saved.size() + " saved edits are not in the " + where + ": " + lost);
    }

    /** Once writing has paused: all is saved, everywhere the same, each edit there exactly once, none refused; versions are as they were. */
    void everythingIsThereOnce() {
        Conditions.await("all clients are back", LONG, () -> crowd.state("connected") == Crowd.EDITORS);
        Conditions.await("everything is saved", LONG, () -> crowd.state("unsaved") == 0);
        Conditions.await("all replicas are equal", LONG, () -> crowd.replicas().size() == 1);
        Set<String> written = crowd.written();
        for (List<String> there : List.of(plan(), database())) {
            assertEquals(there.size(), new HashSet<>(there).size(), "an edit is there twice");
            assertEquals(written, new HashSet<>(there));
        }
        versions.forEach(
                (path, version) -> assertEquals(version, api().get(path).expect(200), "a version changed"));
        assertEquals(0, crowd.state("refused"));
        assertEquals(0, crowd.state("denied"));
    }

    /** How many of these edits are not in that database. */
    int missing(Set<String> edits, String url) {
        Set<String> missing = new HashSet<>(edits);
        missing.removeAll(new HashSet<>(database(url)));
        return missing.size();
    }

    private List<String> plan() {
        String goal = api().get(room.path() + "/plan").expect(200).get("goal").asText();
        return goal.isBlank() ? List.of() : List.of(goal.strip().split(" ", -1));
    }

    /** The tokens in what is stored, read by a document of our own. */
    private List<String> database() {
        return database(world.postgres().url());
    }

    private List<String> database(String url) {
        Doc doc = new Doc();
        try (Connection connection = TestDatabase.connect(url)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            apply(connection, doc, "select data from plan_snapshot where room = ? order by seq desc limit 1");
            apply(connection, doc, "select data from plan_update where room = ? order by seq");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        List<String> tokens = new ArrayList<>();
        Api.parse(doc.getArray("log").toJson()).forEach(token -> tokens.add(token.asText()));
        return tokens;
    }

    private void apply(Connection connection, Doc doc, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(room.id()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    doc.applyUpdate(rows.getBytes(1));
                }
            }
        }
    }

    /** A closed poll against what its voters were told; answers the number of ballots. */
    int count(JsonNode poll, JsonNode told) {
        return new Count(poll).check(told);
    }
}
