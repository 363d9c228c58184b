package de.werkraum.polls;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A poll through the outside, as its moderator handles it. */
record Question(Api moderator, String path, List<String> options) {
    /** A draft with options A, B, C …; with none the question is the option. */
    static Question draft(Workshop room, Api moderator, String method, int options, Map<String, Object> settings) {
        List<Map<String, Object>> labels = new ArrayList<>();
        for (int i = 0; i < options; i++) {
            labels.add(Api.object("label", String.valueOf((char) ('A' + i))));
        }
        Map<String, Object> body =
                Api.object("question", "Wie weiter?", "method", method, "options", labels, "settings", settings);
        return of(
                moderator,
                room.path(),
                moderator.post(room.path() + "/polls", body).expect(201));
    }

    static Question of(Api moderator, String room, JsonNode poll) {
        List<String> options = new ArrayList<>();
        poll.get("options").forEach(option -> options.add(option.get("id").asText()));
        return new Question(moderator, room + "/polls/" + poll.get("id").asText(), options);
    }

    static Question open(Workshop room, Api moderator, String method, int options, Map<String, Object> settings) {
        Question question = draft(room, moderator, method, options, settings);
        question.act("open").expect(200);
        return question;
    }

    /** An open consent poll on its own question. */
    static Question consent(Workshop room, Api moderator, Map<String, Object> settings) {
        return open(room, moderator, "consent", 0, settings);
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The first option, of which consent polls have no other. */
    String option() {
        return options.get(0);
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

    Api.Answer say(Api who, String word) {
        return cast(who, Api.object(option(), word));
    }

    JsonNode close() {
        return act("close").expect(200);
    }

    JsonNode cancel() {
        return moderator
                .post(path + "/cancel", Api.object("reason", "Anders gemeint"))
                .expect(200);
    }

    void awaitState(Api who, String state, Duration limit) {
        Conditions.await(
                "the poll is " + state,
                limit,
                () -> seenBy(who).get("state").asText().equals(state));
    }
}
