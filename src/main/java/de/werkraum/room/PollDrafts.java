package de.werkraum.room;

import de.werkraum.access.Ids;
import de.werkraum.crdt.YMap;
import de.werkraum.store.StoredPoll;
import de.werkraum.voting.Draft;
import de.werkraum.voting.InvalidPollException;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes polls from requests: completes options, checks settings, freezes labels. On the room's event loop only. */
final class PollDrafts {
    private static final Set<String> FIELDS = Set.of("question", "method", "options", "settings", "closesAt");
    private static final int OPTIONS = 100;

    private final Room room;

    PollDrafts(Room room) {
        this.room = room;
    }

    /** A draft from the tree of a request. */
    StoredPoll draft(UUID id, JsonObject tree, @Nullable UUID origin) {
        String question = text(tree, "question");
        String method = text(tree, "method");
        JsonObject settings = object(tree, "settings");
        List<Option> given = given(tree.getValue("options"));
        Instant closesAt = instant(tree);
        try {
            List<Option> titled = given.stream().map(this::titled).toList();
            List<Option> options =
                    Draft.options(method, question, titled, room.state().language(), newId());
            Settings complete = Settings.parse(method, Trees.plain(settings), options);
            StoredPoll.Content content = new StoredPoll.Content(
                    question, method, unfrozen(given, options), new JsonObject(complete.toTree()));
            return StoredPoll.draft(id, room.id(), content, closesAt, origin);
        } catch (InvalidPollException e) {
            throw problem(e);
        }
    }

    /** The draft with some fields of a request changed. */
    StoredPoll redraft(StoredPoll before, JsonObject tree) {
        if (!FIELDS.containsAll(tree.fieldNames())) {
            throw Problem.badRequest("Only question, method, options, settings and closesAt can be changed.");
        }
        boolean otherMethod = tree.containsKey("method") && !before.method().equals(tree.getValue("method"));
        JsonObject merged = new JsonObject()
                .put("question", before.question())
                .put("method", before.method())
                .put("options", before.options())
                .put("settings", otherMethod ? new JsonObject() : before.settings())
                .put(
                        "closesAt",
                        before.closesAt() == null ? null : before.closesAt().toString());
        tree.forEach(entry -> merged.put(entry.getKey(), entry.getValue()));
        if (!otherMethod && tree.getValue("settings") instanceof JsonObject changed) {
            merged.put("settings", before.settings().copy().mergeIn(changed));
        }
        return draft(before.id(), merged, before.origin());
    }

    /** What may change while a poll is open: {@code closesAt}, and a higher {@code budget}. */
    StoredPoll whileOpen(LivePoll poll, JsonObject tree) {
        JsonObject inner = object(tree, "settings");
        JsonObject wanted = tree.copy().mergeIn(inner);
        wanted.remove("settings");
        if (!Set.of("closesAt", "budget").containsAll(wanted.fieldNames())) {
            throw Problem.conflict("wrongState", "While a poll is open only its end and its budget can change.");
        }
        Settings settings = poll.settings();
        if (wanted.containsKey("budget")) {
            if (!(wanted.getValue("budget") instanceof Integer budget)) {
                throw Problem.invalid("wrongType", "/budget", "must be a whole number");
            }
            try {
                settings = settings.raiseBudget(budget);
            } catch (InvalidPollException e) {
                throw problem(e);
            }
        }
        Instant end = poll.stored().closesAt();
        if (wanted.containsKey("closesAt")) {
            end = instant(wanted);
            requireFuture(end);
        }
        return poll.stored().amended(new JsonObject(settings.toTree()), end);
    }

    /** The draft as it is opened: labels as the plan has them now. */
    StoredPoll opened(StoredPoll draft, int electorate, int present) {
        requireFuture(draft.closesAt());
        List<Option> frozen = given(draft.options()).stream().map(this::titled).toList();
        return draft.opened(Trees.options(frozen), room.now(), electorate, present);
    }

    /** An end in the past would undo ballots that have been answered. */
    private void requireFuture(@Nullable Instant end) {
        if (end != null && !end.isAfter(room.now())) {
            throw Problem.invalid("outOfRange", "/closesAt", "must be in the future");
        }
    }

    /** A choice between some options of a closed poll. */
    StoredPoll runoff(UUID id, StoredPoll origin, List<String> wanted) {
        List<String> between = wanted.isEmpty() ? tied(origin) : wanted;
        List<Option> options = Trees.options(origin.options()).stream()
                .filter(option -> between.contains(option.id()))
                .toList();
        if (options.size() < 2 || options.size() != Set.copyOf(between).size()) {
            throw Problem.invalid("unknownOption", "/options", "must name at least two options of the poll");
        }
        JsonObject settings = new JsonObject();
        for (String name : List.of("secret", "minBallots", "receipts", "moderatorsVote", "reveal")) {
            settings.put(name, origin.settings().getValue(name));
        }
        JsonObject tree = new JsonObject()
                .put("question", origin.question())
                .put("method", "single")
                .put("options", again(options))
                .put("settings", settings);
        return draft(id, tree, origin.id());
    }

    /** The options on the edge of a selection, or else those that share the first rank. */
    private static List<String> tied(StoredPoll origin) {
        JsonObject tally = origin.result().tally();
        JsonObject counted = tally == null ? new JsonObject() : tally.getJsonObject("options", new JsonObject());
        List<String> edge = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (Map.Entry<String, Object> entry : counted) {
            if (entry.getValue() instanceof JsonObject option) {
                if ("tie".equals(option.getValue("selected"))) {
                    edge.add(entry.getKey());
                }
                if (Integer.valueOf(1).equals(option.getValue("rank")) && Boolean.TRUE.equals(option.getValue("tie"))) {
                    first.add(entry.getKey());
                }
            }
        }
        return edge.isEmpty() ? first : edge;
    }

    /** The same poll once more. */
    StoredPoll repeat(UUID id, StoredPoll origin) {
        List<Option> options = Trees.options(origin.options()).stream()
                .filter(option -> !option.passive())
                .toList();
        JsonObject tree = new JsonObject()
                .put("question", origin.question())
                .put("method", origin.method())
                .put("options", again(options))
                .put("settings", origin.settings());
        return draft(id, tree, origin.id());
    }

    private static JsonArray again(List<Option> options) {
        JsonArray array = new JsonArray();
        options.forEach(option -> {
            JsonObject json = new JsonObject().put("label", option.label());
            array.add(option.step() == null ? json : json.put("step", option.step()));
        });
        return array;
    }

    // ---- options

    private List<Option> given(@Nullable Object tree) {
        if (tree == null) {
            return List.of();
        }
        if (!(tree instanceof JsonArray array) || array.size() > OPTIONS) {
            throw Problem.invalid("wrongType", "/options", "must be a list of at most " + OPTIONS);
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
        String shown = title.isEmpty()
                ? (room.state().language().equals("en") ? "Untitled step" : "Schritt ohne Titel")
                : title;
        return new Option(option.id(), shortened(shown), option.step(), option.passive());
    }

    private static String shortened(String label) {
        int most = 300;
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }

    private Optional<String> stepTitle(String step) {
        return room.doc().getMap("steps").get(step) instanceof YMap map
                ? Optional.of(String.valueOf(map.get("title")))
                : Optional.empty();
    }

    /** The completed options, but without labels that follow the plan until the poll opens. */
    private static JsonArray unfrozen(List<Option> given, List<Option> completed) {
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

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    // ---- fields

    private static String text(JsonObject tree, String name) {
        if (tree.getValue(name) instanceof String text) {
            return text.strip();
        }
        throw Problem.invalid("wrongType", "/" + name, "must be text");
    }

    private static JsonObject object(JsonObject tree, String name) {
        Object value = tree.getValue(name);
        if (value == null) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Problem.invalid("wrongType", "/" + name, "must be an object");
    }

    private static @Nullable Instant instant(JsonObject tree) {
        Object value = tree.getValue("closesAt");
        if (value == null) {
            return null;
        }
        try {
            // Clocks here tick in milliseconds: a finer hour would come a moment too early.
            return Instant.parse(String.valueOf(value)).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("wrongType", "/closesAt", "must be an instant such as 2026-07-04T09:30:00Z");
        }
    }

    private static Problem problem(InvalidPollException e) {
        return Problem.invalid(e.problems().stream()
                .map(refusal -> new Problem.Field(refusal.pointer() == null ? "" : refusal.pointer(), refusal.detail()))
                .toList());
    }
}
