package de.werkraum.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.werkraum.plan.PlanTree;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan without loss, as {@code PUT …/plan} takes it back, and the polls beside it. Made from the plan itself: a report says in words what this
 * keeps as codes, ids, members and unknown keys.
 */
final class JsonFormat {
    static final String NAME = "json";
    static final String MEDIA_TYPE = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonFormat() {}

    static byte[] render(ExportInput input) {
        return bytes(tree(input));
    }

    static Map<String, Object> tree(ExportInput input) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("room", input.room());
        tree.put("roomTitle", input.roomTitle());
        tree.put("language", input.language());
        tree.put("exportedAt", input.at().toString());
        put(tree, "version", input.version() > 0 ? String.valueOf(input.version()) : null);
        put(tree, "by", input.namesAuthor() ? input.by() : null);
        tree.putAll(PlanTree.of(input.plan()));
        tree.put("polls", input.polls().stream().map(JsonFormat::poll).toList());
        return tree;
    }

    static byte[] bytes(Map<String, Object> tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static Map<String, Object> poll(PollOutcome poll) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", poll.id());
        tree.put("question", poll.question());
        tree.put("method", poll.method());
        tree.put("options", poll.options().stream().map(JsonFormat::option).toList());
        tree.put("settings", poll.settings());
        tree.put("state", poll.state());
        put(tree, "reason", poll.reason());
        put(tree, "openedAt", string(poll.openedAt()));
        put(tree, "closedAt", string(poll.closedAt()));
        tree.put("eligible", poll.eligible());
        tree.put("cast", poll.cast());
        put(tree, "tally", poll.tally());
        put(tree, "withheld", poll.withheld());
        put(tree, "ballots", poll.secret() || poll.ballots().isEmpty() ? null : poll.ballots());
        return tree;
    }

    private static Map<String, Object> option(PollOutcome.Option option) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", option.id());
        tree.put("label", option.label());
        put(tree, "step", option.step());
        if (option.passive()) {
            tree.put("passive", true);
        }
        return tree;
    }

    static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    static @Nullable String string(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
