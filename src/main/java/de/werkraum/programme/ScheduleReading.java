package de.werkraum.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.werkraum.imports.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** The {@code schedule.json} of pretalx and others: {@code schedule.conference.days[].rooms{}[]}. */
final class ScheduleReading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScheduleReading() {}

    static List<Raw> read(String text) {
        JsonNode days = tree(text).path("schedule").path("conference").path("days");
        if (!days.isArray()) {
            throw Unreadable.format(
                    "Dieses JSON ist kein Programm, wie pretalx es schreibt (schedule.json).",
                    "This JSON is no programme as pretalx writes it (schedule.json).");
        }
        var sessions = new ArrayList<Raw>();
        for (JsonNode day : days) {
            day.path("rooms").properties().forEach(room -> room.getValue()
                    .forEach(event -> sessions.add(session(event, word(day, "date"), room.getKey()))));
        }
        return sessions;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Unreadable.format("Das ist kein lesbares JSON.", "This is no readable JSON.");
        }
    }

    private static Raw session(JsonNode event, String day, String room) {
        var persons = new ArrayList<String>();
        event.path("persons").forEach(person -> {
            String name = word(person, "public_name");
            persons.add(name.isEmpty() ? word(person, "name") : name);
        });
        return Raw.announced(name -> word(event, name), day, room, persons);
    }

    private static String word(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
