package de.werkraum.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An event with a programme whose rooms are open, made through the outside. */
public final class Congress {
    private final JsonNode programme;

    private Congress(JsonNode programme) {
        this.programme = programme;
    }

    /** An event without a programme, by its id. */
    public static String bare(Api organiser) {
        return bare(organiser, Api.object("title", "Kongress"));
    }

    /** The same, made with the given body. */
    public static String bare(Api organiser, Object body) {
        return organiser.post("/events", body).expect(201).get("id").asText();
    }

    /** An event whose rooms were opened by somebody else. */
    public static Congress of(Api organiser, String event) {
        return new Congress(organiser.get("/events/" + event + "/programme").expect(200));
    }

    /** Gives an event these sessions, each of them a room, and a plenary. */
    public static Congress open(Api organiser, String event, Object... sessions) {
        String path = "/events/" + event;
        organiser
                .put(path + "/programme", Api.object("sessions", List.of(sessions)))
                .expect(200);
        return new Congress(organiser.post(path + "/open", Api.object()).expect(200));
    }

    /** As it was answered on opening its rooms. */
    public JsonNode programme() {
        return programme;
    }

    public String id() {
        return programme.at("/event/id").asText();
    }

    /** Below {@code /api/v1}. */
    public String path() {
        return "/events/" + id();
    }

    /** Of a session, by the order of their times. */
    public String room(int session) {
        return programme.at("/sessions/" + session + "/room").asText();
    }

    /** The path of a session's room, below {@code /api/v1}. */
    public String roomPath(int session) {
        return "/rooms/" + room(session);
    }

    /** The path of the room for all, below {@code /api/v1}. */
    public String plenary() {
        return "/rooms/" + programme.at("/event/plenary").asText();
    }

    /** How many steps of a session know their place of this poll, and of no other, once. */
    public int placed(Api who, int session, String poll) {
        int placed = 0;
        for (JsonNode step : who.get(roomPath(session) + "/plan").expect(200).get("steps")) {
            JsonNode verdicts = step.path("plenary");
            placed += verdicts.size() == 1 && verdicts.at("/0/poll").asText().equals(poll) ? 1 : 0;
        }
        return placed;
    }

    /** To a session's room. */
    public String code(int session, String role) {
        return programme.at("/sessions/" + session + "/codes/" + role).asText();
    }

    /** To the whole event. */
    public String eventCode(Api organiser, String role) {
        return code(organiser, path() + "/codes", role);
    }

    /** To the room for all. */
    public String plenaryCode(Api organiser, String role) {
        return code(organiser, plenary(), role);
    }

    private static String code(Api organiser, String path, String role) {
        return organiser.get(path).expect(200).at("/codes/" + role).asText();
    }
}
