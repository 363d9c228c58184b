package de.werkraum.event;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the polls of a room say of its steps, as far as everybody may know it. */
final class Ballots {
    private static final String CONSENT = "consent";

    private final List<JsonObject> closed;
    private final String language;

    /** @param polls as everybody may see them */
    Ballots(JsonArray polls, String language) {
        closed = polls.stream()
                .map(JsonObject.class::cast)
                .filter(poll -> "closed".equals(poll.getString("state")) && poll.containsKey("tally"))
                .sorted(Comparator.comparing(poll -> poll.getString("closedAt", "")))
                .toList();
        this.language = language;
    }

    /** What the last poll about a step says of it. */
    @Nullable
    String decision(String step) {
        String decision = null;
        for (JsonObject poll : closed) {
            String said = options(poll)
                    .filter(option -> step.equals(option.getString("step")))
                    .findFirst()
                    .map(option -> sentence(poll, option))
                    .orElse(null);
            decision = said == null ? decision : said;
        }
        return decision;
    }

    /** The poll of that id. */
    static Optional<JsonObject> find(JsonArray polls, UUID id) {
        return polls.stream()
                .map(JsonObject.class::cast)
                .filter(poll -> id.toString().equals(poll.getString("id")))
                .findFirst();
    }

    /** The options of a poll. */
    static Stream<JsonObject> options(JsonObject poll) {
        return poll.getJsonArray("options").stream().map(JsonObject.class::cast);
    }

    private @Nullable String sentence(JsonObject poll, JsonObject option) {
        JsonObject figures = figures(poll, option);
        JsonObject sentence = figures == null ? null : figures.getJsonObject("sentence");
        return sentence == null ? null : sentence.getString(language);
    }

    private static @Nullable JsonObject figures(JsonObject poll, JsonObject option) {
        return poll.getJsonObject("tally")
                .getJsonObject("options", new JsonObject())
                .getJsonObject(option.getString("id"));
    }

    /** The poll of that id, if its result is open to everybody. */
    Optional<JsonObject> poll(String id) {
        return closed.stream().filter(poll -> id.equals(poll.getString("id"))).findFirst();
    }

    /** The poll that was closed last of those that put steps into an order. */
    Optional<JsonObject> last() {
        List<JsonObject> fit = closed.stream().filter(Ballots::ranks).toList();
        return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(fit.size() - 1));
    }

    /** The polls that put steps into an order, the last first. */
    List<JsonObject> ranking() {
        return closed.stream()
                .filter(Ballots::ranks)
                .sorted(Comparator.comparing((JsonObject poll) -> poll.getString("closedAt", ""))
                        .reversed())
                .toList();
    }

    /** Whether a poll that is counted says of steps which is better. */
    static boolean ranks(JsonObject poll) {
        return poll.getJsonObject("tally").getBoolean("valid", false)
                && options(poll)
                        .anyMatch(option -> option.containsKey("step")
                                && (CONSENT.equals(poll.getString("method")) || rank(figures(poll, option)) != null));
    }

    private static @Nullable Integer rank(@Nullable JsonObject figures) {
        return figures == null ? null : figures.getInteger("rank");
    }

    /** The first so many places of a poll, from a step's id to what is said of it; all who share the last place. */
    Map<String, @Nullable String> best(JsonObject poll, int count) {
        Function<JsonObject, @Nullable Integer> places =
                CONSENT.equals(poll.getString("method")) ? accepted(poll) : option -> rank(figures(poll, option));
        record Placed(int place, JsonObject option) {}
        List<Placed> placed = new ArrayList<>();
        options(poll).forEach(option -> {
            Integer place = places.apply(option);
            if (place != null && place <= count && option.containsKey("step")) {
                placed.add(new Placed(place, option));
            }
        });
        placed.sort(Comparator.comparingInt(Placed::place));
        Map<String, @Nullable String> best = new LinkedHashMap<>();
        placed.forEach(one -> best.putIfAbsent(one.option().getString("step"), sentence(poll, one.option())));
        return best;
    }

    /** Of what was put to the vote one by one, those accepted, by the number of their supporters. */
    private static Function<JsonObject, @Nullable Integer> accepted(JsonObject poll) {
        List<Integer> supporters = new ArrayList<>();
        options(poll).forEach(option -> {
            Integer yes = yes(figures(poll, option));
            if (yes != null) {
                supporters.add(yes);
            }
        });
        return option -> {
            Integer yes = yes(figures(poll, option));
            return yes == null
                    ? null
                    : 1 + (int) supporters.stream().filter(other -> other > yes).count();
        };
    }

    private static @Nullable Integer yes(@Nullable JsonObject figures) {
        return figures != null && "accepted".equals(figures.getString("decision")) ? figures.getInteger("yes") : null;
    }
}
