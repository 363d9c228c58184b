package de.werkraum.poll;

import de.werkraum.access.Ids;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.problem.Problem;
import de.werkraum.voting.Option;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The options of drafts: read from requests, named after the steps of the plan. On the room's event loop only. */
final class PollOptions {
    /** The contract's largest number of options. */
    private static final int MOST = 100;
    /** Code points; as long as a title may be. */
    private static final int LABEL = 300;

    private final Venue venue;
    private final Map<String, String> seen = new HashMap<>();

    PollOptions(Venue venue) {
        this.venue = venue;
    }

    /** Options as they are stored. */
    static List<Option> of(JsonArray stored) {
        List<Option> options = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            JsonObject option = stored.getJsonObject(i);
            options.add(new Option(
                    option.getString("id"),
                    option.getString("label", ""),
                    option.getString("step"),
                    option.getBoolean("passive", false)));
        }
        return options;
    }

    /** Options as JSON, which is how they are stored. */
    static JsonArray tree(List<Option> options) {
        JsonArray array = new JsonArray();
        options.forEach(option -> array.add(new JsonObject(option.toTree())));
        return array;
    }

    /** The options as they stand in a request or a draft, not yet completed. */
    List<Option> given(@Nullable Object tree) {
        if (tree == null) {
            return List.of();
        }
        if (!(tree instanceof JsonArray array) || array.size() > MOST) {
            throw Problem.invalid("wrongType", "/options", "must be a list of at most " + MOST);
        }
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            options.add(option(array.getValue(i), "/options/" + i));
        }
        return options;
    }

    private Option option(@Nullable Object tree, String pointer) {
        if (!(tree instanceof JsonObject object)) {
            throw Problem.invalid("wrongType", pointer, "must be an object with label or step");
        }
        Object label = object.getValue("label", "");
        Object step = object.getValue("step");
        if (!(label instanceof String labelText) || (step != null && !(step instanceof String))) {
            throw Problem.invalid("wrongType", pointer, "label and step must be text");
        }
        if (step instanceof String stepId && stepTitle(stepId).isEmpty()) {
            throw Problem.invalid("unknownStep", pointer + "/step", "must be the id of a step of the plan");
        }
        String id = object.getValue("id") instanceof String known
                        && Ids.parse(known).isPresent()
                ? known
                : newId();
        boolean passive = Boolean.TRUE.equals(object.getValue("passive"));
        return new Option(id, labelText.strip(), (String) step, passive);
    }

    /** With the step's title as label where none was given. */
    Option titled(Option option) {
        if (!option.label().isEmpty() || option.step() == null) {
            return option;
        }
        String title = stepTitle(option.step()).orElse("").strip();
        String shown =
                title.isEmpty() ? (venue.language().equals("en") ? "Untitled step" : "Schritt ohne Titel") : title;
        return new Option(option.id(), shortened(shown), option.step(), option.passive());
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LABEL - 1)) + "…";
    }

    /** As the plan has it; where that is elsewhere for a moment, as it was when somebody looked before. */
    private Optional<String> stepTitle(String step) {
        Optional<Doc> plan = venue.plan();
        if (plan.isEmpty()) {
            return Optional.ofNullable(seen.get(step));
        }
        if (plan.get().getMap("steps").get(step) instanceof YMap map) {
            String title = text(map.get("title"));
            seen.put(step, title);
            return Optional.of(title);
        }
        seen.remove(step);
        return Optional.empty();
    }

    /** A title that is no text counts as absent. */
    private static String text(@Nullable Object title) {
        return title instanceof YText || title instanceof String ? title.toString() : "";
    }

    /** The completed options, but without labels that follow the plan until the poll opens. */
    static JsonArray unfrozen(List<Option> given, List<Option> completed) {
        JsonArray array = new JsonArray();
        for (Option option : completed) {
            boolean follows = given.stream()
                    .anyMatch(known ->
                            known.id().equals(option.id()) && known.label().isEmpty());
            array.add(new JsonObject(
                    (follows ? new Option(option.id(), "", option.step(), option.passive()) : option).toTree()));
        }
        return array;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }
}
