package de.werkraum.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Polls as a congress has them: every room opens one each twelve seconds, its people vote at random moments of the next six, each once, over their own
 * sockets, and a second later it is closed. Works on a thread of its own.
 */
final class Polls {
    /** Between two polls of a room. */
    static final double EVERY_SECONDS = 12;
    private static final double VOTING_SECONDS = 6;
    private static final double CLOSED_AFTER_SECONDS = 7;

    static final String COUNTED = "ballots counted";

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Swarm swarm;
    private final Random random;
    private final List<Place> places = new ArrayList<>();
    private long closed;
    private long cast;
    private long counted;
    private volatile boolean ending;

    /** A room by its path, and the sockets of its people. */
    private record Place(Api moderator, String room, List<Link> people) {}

    Polls(Swarm swarm, long seed) {
        this.swarm = swarm;
        random = new Random(seed);
    }

    /** @param room its path */
    void room(Api moderator, String room, List<Link> people) {
        places.add(new Place(moderator, room, people));
    }

    /** From now on the rooms vote, one after the other beginning. */
    void start() {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            later(EVERY_SECONDS * i / places.size(), () -> open(place));
        }
    }

    private void open(Place place) {
        if (ending) {
            return;
        }
        JsonNode poll = place.moderator()
                .post(
                        place.room() + "/polls",
                        Api.object("question", "Wohin?", "method", "approval", "options", List.of(
                                Api.object("label", "A"), Api.object("label", "B"))))
                .expect(201);
        String id = poll.get("id").asText();
        String option = poll.get("options").get(0).get("id").asText();
        place.moderator()
                .post(place.room() + "/polls/" + id + "/open", Api.object())
                .expect(200);
        for (Link person : place.people()) {
            later(random.nextDouble() * VOTING_SECONDS, () -> {
                swarm.cast(person, id, "[\"" + option + "\"]");
                cast++;
            });
        }
        later(CLOSED_AFTER_SECONDS, () -> close(place, id));
        later(EVERY_SECONDS, () -> open(place));
    }

    private void close(Place place, String id) {
        JsonNode poll = place.moderator()
                .post(place.room() + "/polls/" + id + "/close", Api.object())
                .expect(200);
        closed++;
        counted += poll.get("cast").asLong();
    }

    private void later(double seconds, Runnable task) {
        clock.schedule(task, Math.round(seconds * 1e6), TimeUnit.MICROSECONDS);
    }

    /** Opens no more, and lets those that are open be closed while the sockets are read. */
    Figures end() throws IOException {
        ending = true;
        swarm.idle(CLOSED_AFTER_SECONDS + 1);
        clock.shutdownNow();
        return Figures.of("polls", closed, "ballots lost", cast - counted, COUNTED, counted);
    }
}
