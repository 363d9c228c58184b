package de.werkraum.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<String> ids = new ArrayList<>();
        poll.get("options").forEach(option -> ids.add(option.get("id").asText()));
        crowd.vote(poll.get("id").asText(), path, ids);
        return new Ballots(world, crowd, moderator, path, timed);
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

    private String state(Api api) {
        return api.get(path).expect(200).get("state").asText();
    }
}
