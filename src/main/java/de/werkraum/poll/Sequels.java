package de.werkraum.poll;

import de.werkraum.problem.Problem;
import de.werkraum.store.StoredPoll;
import de.werkraum.voting.Option;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Drafts that follow from a poll that is over. */
final class Sequels {
    /** Settings of a poll that go on in its runoff. */
    private static final List<String> KEPT =
            List.of("secret", "reveal", "minBallots", "receipts", "moderatorsVote", "quorum", "byAuthority", "grace");

    private final PollDrafts drafts;

    Sequels(PollDrafts drafts) {
        this.drafts = drafts;
    }

    /**
     * A choice between options of a closed poll, for whoever voted there and under its rules of secrecy and quorum. Where none are
     * named, it is between those that the count found tied, for the places that are left.
     */
    StoredPoll runoff(UUID id, StoredPoll origin, List<String> named) {
        JsonObject open = open(origin);
        List<String> tied = open.getJsonArray("options", new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
        List<String> between = named.isEmpty() ? tied : named;
        List<Option> options = PollOptions.of(origin.options()).stream()
                .filter(option -> between.contains(option.id()))
                .toList();
        if (options.size() < 2 || options.size() != Set.copyOf(between).size()) {
            throw Problem.invalid("unknownOption", "/options", "must name at least two options of the poll");
        }
        JsonObject settings = new JsonObject();
        KEPT.forEach(name -> settings.put(name, origin.settings().getValue(name)));
        if (Set.copyOf(between).equals(Set.copyOf(tied))) {
            settings.put("top", open.getValue("places"));
        }
        JsonObject tree = new JsonObject()
                .put("question", origin.question())
                .put("method", "single")
                .put("options", again(options))
                .put("settings", settings);
        return drafts.draft(id, tree, origin.id());
    }

    /** What the count left open: {@code {options, places}}, or empty. */
    private static JsonObject open(StoredPoll origin) {
        JsonObject tally = origin.result().tally();
        return tally == null ? new JsonObject() : tally.getJsonObject("runoff", new JsonObject());
    }

    /** The same poll once more. */
    StoredPoll repeat(UUID id, StoredPoll origin) {
        List<Option> options = PollOptions.of(origin.options()).stream()
                .filter(option -> !option.passive())
                .toList();
        JsonObject tree = new JsonObject()
                .put("question", origin.question())
                .put("method", origin.method())
                .put("options", again(options))
                .put("settings", origin.settings());
        return drafts.draft(id, tree, origin.id());
    }

    private static JsonArray again(List<Option> options) {
        JsonArray array = new JsonArray();
        options.forEach(option -> {
            JsonObject json = new JsonObject().put("label", option.label());
            array.add(option.step() == null ? json : json.put("step", option.step()));
        });
        return array;
    }
}
