package de.werkraum.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A poll through the outside, as its moderator handles it. */
public record Poll(Api moderator, String path, List<String> options) {
    public static Poll draft(Workshop workshop, Api moderator, Map<String, Object> body) {
        return draft(moderator, workshop.path(), body);
    }

    /**
     * A poll of any room that is not open yet.
     *
     * @param room its path, below {@code /api/v1}
     */
    public static Poll draft(Api moderator, String room, Map<String, Object> body) {
        JsonNode poll = moderator.post(room + "/polls", body).expect(201);
        List<String> options = new ArrayList<>();
        poll.get("options").forEach(option -> options.add(option.get("id").asText()));
        return new Poll(moderator, room + "/polls/" + poll.get("id").asText(), options);
    }

    public static Poll open(Workshop workshop, Api moderator, Map<String, Object> body) {
        return open(moderator, workshop.path(), body);
    }

    /** The same of any room, by its path. */
    public static Poll open(Api moderator, String room, Map<String, Object> body) {
        Poll poll = draft(moderator, room, body);
        poll.act("open").expect(200);
        return poll;
    }

    /** A consent poll on its own question. */
    public static Map<String, Object> consent(Map<String, Object> settings) {
        return Api.object("question", "Machen wir das?", "method", "consent", "settings", settings);
    }

    /** Options that are steps of a plan. */
    public static List<Map<String, Object>> ofSteps(List<String> steps) {
        return steps.stream().map(step -> Api.object("step", step)).toList();
    }

    /** A dots poll on options A, B, C …. */
    public static Map<String, Object> dots(int options, Map<String, Object> settings) {
        List<Map<String, Object>> labels = new ArrayList<>();
        for (int i = 0; i < options; i++) {
            labels.add(Api.object("label", String.valueOf((char) ('A' + i))));
        }
        return Api.object("question", "Wo zuerst?", "method", "dots", "options", labels, "settings", settings);
    }

    /** A dots poll on steps of a plan. */
    public static Map<String, Object> dotsOn(List<String> steps, Map<String, Object> settings) {
        return Api.object("question", "Was zuerst?", "method", "dots", "options", ofSteps(steps), "settings", settings);
    }

    public Api.Answer act(String act) {
        return moderator.post(path + "/" + act, Api.object());
    }

    public JsonNode seenBy(Api who) {
        return who.get(path).expect(200);
    }

    public Api.Answer cast(Api who, Object choices) {
        return who.put(path + "/ballot", Api.object("choices", choices));
    }

    /** Casts on the first option of a consent poll. */
    public Api.Answer say(Api who, String word) {
        return cast(who, Api.object(options.get(0), word));
    }

    /** Casts as many points, or the words, on the options in their order. */
    public Api.Answer give(Api who, Object... values) {
        Map<String, Object> choices = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            choices.put(options.get(i), values[i]);
        }
        return cast(who, choices);
    }

    public JsonNode close() {
        return act("close").expect(200);
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
