package de.werkraum.event;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Source;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.store.StoredRoom;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the plenary's plan stands beside the rooms that it is collected from. */
record Standing(StoredRoom plenary, List<Workshop> workshops, Set<String> unread, Plan plan) {
    JsonObject tree() {
        JsonArray changed = new JsonArray();
        JsonArray gone = new JsonArray();
        for (Collected one : Collected.of(plan.steps(), workshops, unread)) {
            if (one.now() == null) {
                gone.add(named(one));
            } else if (one.changed()) {
                changed.add(named(one)
                        .put("before", words(one.source().words()))
                        .put("now", words(Source.Words.of(one.now()))));
            }
        }
        JsonArray sessions = new JsonArray();
        workshops.forEach(workshop -> sessions.add(session(workshop)));
        return new JsonObject()
                .put("plenary", plenary.id().toString())
                .put("sessions", sessions)
                .put("steps", steps())
                .put("changed", changed)
                .put("gone", gone)
                .put("unread", new JsonArray(List.copyOf(unread)));
    }

    private JsonArray steps() {
        JsonArray steps = new JsonArray();
        plan.steps().stream()
                .filter(step -> step.status() != Status.DROPPED)
                .forEach(step -> steps.add(Steps.tree(step)));
        return steps;
    }

    private JsonObject session(Workshop workshop) {
        JsonArray polls = new JsonArray();
        new Ballots(workshop.polls(), plenary.language())
                .ranking()
                .forEach(poll -> polls.add(new JsonObject()
                        .put("poll", poll.getString("id"))
                        .put("question", poll.getString("question"))
                        .put("method", poll.getString("method"))
                        .put("closedAt", poll.getString("closedAt"))));
        String room = workshop.room().toString();
        return new JsonObject()
                .put("room", room)
                .put("title", workshop.title())
                .put(
                        "agreed",
                        workshop.plan().steps().stream().filter(Step::agreed).count())
                .put(
                        "collected",
                        plan.steps().stream()
                                .flatMap(step -> step.sources().stream())
                                .filter(source -> source.room().equals(room))
                                .count())
                .put("polls", polls);
    }

    private static JsonObject named(Collected one) {
        return new JsonObject()
                .put("step", one.step().id())
                .put("title", one.step().title())
                .put("room", one.source().room())
                .put("roomTitle", one.source().roomTitle())
                .put("source", one.source().step())
                .put("since", one.source().at().toString());
    }

    private static JsonObject words(Source.Words words) {
        JsonObject json = new JsonObject().put("title", words.title()).put("details", words.details());
        put(json, "result", words.result());
        put(json, "responsible", words.responsible());
        return json;
    }

    private static void put(JsonObject json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
