package de.werkraum.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One poll by dots that is open while a fault strikes: secret or not, closed by hand or by its hour. */
final class Ballots {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final World world;
    private final Crowd crowd;
    private final String moderator;
    private final String path;
    private final boolean timed;

    private Ballots(World world, Crowd crowd, String moderator, String path, boolean timed) {
        this.world = world;
        this.crowd = crowd;
        this.moderator = moderator;
        this.path = path;
        this.timed = timed;
    }

    static Ballots open(World world, Crowd crowd, Workshop room, String moderator, int round) {
        boolean timed = round % 3 == 2;
        Api api = Api.of(world.direct()).as(moderator);
        Map<String, Object> settings = Api.object("secret", round % 2 == 0, "budget", 100, "maxPerOption", 100);
        List<Map<String, Object>> options =
                List.of(Api.object("label", "A"), Api.object("label", "B"), Api.object("label", "C"));
        Map<String, Object> draft =
                Api.object("question", "Runde " + round, "method", "dots", "options", options, "settings", settings);
        JsonNode poll = api.post(room.path() + "/polls", draft).expect(201);
        String path = room.path() + "/polls/" + poll.get("id").asText();
        api.post(path + "/open", Api.object()).expect(200);
        if (timed) {
            Instant end = Instant.now().plusSeconds(12L + world.random().nextInt(10));
            api.patch(path, Api.object("closesAt", end.toString())).expect(200);
        }
        Ballots ballots = new Ballots(world, crowd, moderator, path, timed);
        ballots.vote();
        return ballots;
    }

    /** All voters begin to cast. */
    void vote() {
        JsonNode poll = Api.of(world.direct()).as(moderator).get(path).expect(200);
        List<String> ids = new ArrayList<>();
        poll.get("options").forEach(option -> ids.add(option.get("id").asText()));
        crowd.vote(poll.get("id").asText(), path, ids);
    }

    boolean timed() {
        return timed;
    }

    /** Closes it, or waits until it has closed itself; answers how many ballots were counted. */
    int close(Inquiry inquiry) {
        Api api = Api.of(world.direct()).as(moderator);
        JsonNode told = crowd.count();
        if (timed) {
            Conditions.await(
                    "the poll closes at its hour", LONG, () -> state(api).equals("closed"));
        } else {
            api.post(path + "/close", Api.object()).expect(200);
        }
        return inquiry.count(api.get(path).expect(200), told);
    }

    /** How many are in the poll now. */
    int there() {
        return Api.of(world.direct())
                .as(moderator)
                .get(path)
                .expect(200)
                .get("cast")
                .asInt();
    }

    /** How many of them PostgreSQL has. */
    int stored() {
        return receipts().size();
    }

    /** How many of the last answered ones PostgreSQL has not: a former one of the same voter may be there. */
    int lost(JsonNode told) {
        Set<String> there = receipts();
        int lost = 0;
        for (JsonNode voter : told) {
            lost += voter.get("ok").isNull()
                            || there.contains(voter.at("/ok/receipt").asText())
                    ? 0
                    : 1;
        }
        return lost;
    }

    private Set<String> receipts() {
        String table = "ballot_" + path.substring(path.lastIndexOf('/') + 1).replace("-", "");
        Set<String> receipts = new HashSet<>();
        try (Connection connection = TestDatabase.connect(world.postgres().url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select receipt::text from " + table)) {
            while (rows.next()) {
                receipts.add(rows.getString(1));
            }
            return receipts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String state(Api api) {
        return api.get(path).expect(200).get("state").asText();
    }
}
