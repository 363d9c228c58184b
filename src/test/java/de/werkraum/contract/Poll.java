package de.werkraum.contract;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A poll through the outside, as its moderator handles it. */
record Poll(Api moderator, String path, List<String> options) {
    static Poll draft(Workshop workshop, Api moderator, Map<String, Object> body) {
        JsonNode poll = moderator.post(workshop.path() + "/polls", body).expect(201);
        List<String> options = new ArrayList<>();
        poll.get("options").forEach(option -> options.add(option.get("id").asText()));
        return new Poll(moderator, workshop.path() + "/polls/" + poll.get("id").asText(), options);
    }

    static Poll open(Workshop workshop, Api moderator, Map<String, Object> body) {
        Poll poll = draft(workshop, moderator, body);
        poll.act("open").expect(200);
        return poll;
    }

    /** A consent poll on its own question. */
    static Map<String, Object> consent(Map<String, Object> settings) {
        return Api.object("question", "Machen wir das?", "method", "consent", "settings", settings);
    }

    /** A dots poll on options A, B, C …. */
    static Map<String, Object> dots(int options, Map<String, Object> settings) {
        List<Map<String, Object>> labels = new ArrayList<>();
        for (int i = 0; i < options; i++) {
            labels.add(Api.object("label", String.valueOf((char) ('A' + i))));
        }
        return Api.object("question", "Wo zuerst?", "method", "dots", "options", labels, "settings", settings);
    }

    Api.Answer act(String act) {
        return moderator.post(path + "/" + act, Api.object());
    }

    JsonNode seenBy(Api who) {
        return who.get(path).expect(200);
    }

    Api.Answer cast(Api who, Object choices) {
        return who.put(path + "/ballot", Api.object("choices", choices));
    }

    /** Casts on the first option of a consent poll. */
    Api.Answer say(Api who, String word) {
        return cast(who, Api.object(options.get(0), word));
    }

    JsonNode close() {
        return act("close").expect(200);
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
