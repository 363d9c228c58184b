package de.werkraum.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An event without loss: each session as its room exports it, and beside them what is to be found in no single one. */
public final class EventJson {
    private EventJson() {}

    static byte[] render(EventInput input) {
        return JsonFormat.bytes(tree(input));
    }

    /** As a tree of Map, List, String, Number, Boolean and null. */
    public static Map<String, Object> tree(EventInput input) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("event", input.event());
        tree.put("title", input.title());
        tree.put("language", input.language());
        JsonFormat.put(tree, "date", Objects.toString(input.date(), null));
        JsonFormat.put(tree, "venue", input.venue());
        tree.put("exportedAt", input.at().toString());
        tree.put("sessions", input.sessions().stream().map(EventJson::session).toList());
        tree.put("agreed", input.agreed().stream().map(EventJson::task).toList());
        tree.put("numbers", numbers(input));
        return tree;
    }

    private static Map<String, Object> session(EventInput.Session session) {
        var tree = new LinkedHashMap<String, Object>();
        JsonFormat.put(tree, "place", session.place());
        JsonFormat.put(tree, "start", JsonFormat.string(session.start()));
        JsonFormat.put(tree, "end", JsonFormat.string(session.end()));
        tree.put("plenary", session.plenary());
        tree.put("plan", JsonFormat.tree(session.room()));
        return tree;
    }

    private static Map<String, Object> task(EventInput.Task task) {
        List<String> missing = task.underWay()
                ? Missing.of(task.step()).stream().map(Missing::code).toList()
                : List.of();
        return Map.of("room", task.session().room().room(), "step", task.step().id(), "missing", missing);
    }

    private static Map<String, Object> numbers(EventInput input) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sessions", input.count());
        if (input.contents().people() != Contents.People.NONE) {
            tree.put("people", input.people().size());
            tree.put("organisations", PeopleParts.byOrganisation(input.people()));
        }
        return tree;
    }
}
