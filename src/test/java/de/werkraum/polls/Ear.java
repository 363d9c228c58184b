package de.werkraum.polls;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Everything somebody has heard from the server, in order. */
abstract class Ear implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    @Override
    public abstract void close();

    /** The first event of a type that fits, heard already or soon. */
    JsonNode hears(String type, Predicate<JsonNode> fits) {
        JsonNode[] found = new JsonNode[1];
        Conditions.await("event " + type, LIMIT, () -> {
            for (JsonNode event : heard) {
                if (type.equals(event.path("type").asText()) && fits.test(event)) {
                    found[0] = event;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    /** The poll as told in a state. */
    JsonNode hears(Question question, String state) {
        return hears(
                        "poll",
                        event -> question.id().equals(event.at("/poll/id").asText())
                                && state.equals(event.at("/poll/state").asText()))
                .get("poll");
    }

    /** The running tally that tells of so many ballots. */
    JsonNode hearsCast(Question question, int cast) {
        return hears(
                "tally",
                event -> question.id().equals(event.get("poll").asText())
                        && event.get("cast").asInt() == cast);
    }
}
