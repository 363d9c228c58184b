package de.werkraum.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;

/** A room with an organiser, made through the outside: what most tests begin with. */
public final class Workshop {
    /** The key every server of a test is started with. */
    public static final String KEY = "ein-schluessel-nur-fuer-tests";

    private final Api organiser;
    private final Api nobody;
    private final JsonNode room;

    private Workshop(Api organiser, Api nobody, JsonNode room) {
        this.organiser = organiser;
        this.nobody = nobody;
        this.room = room;
    }

    public static Workshop open(URI base) {
        return open(base, Api.object("title", "Ein Raum", "language", "de"));
    }

    /** A room made with the given body. */
    public static Workshop open(URI base, Object body) {
        return open(organiser(base), body);
    }

    /** A room of an organiser who has logged in already; a login is costly on purpose. */
    public static Workshop open(Api organiser, Object body) {
        Api nobody = Api.of(organiser.base());
        return new Workshop(organiser, nobody, organiser.post("/rooms", body).expect(201));
    }

    /** The same room of a server that was started anew. */
    public Workshop at(URI base) {
        return new Workshop(organiser.on(base), nobody.on(base), room);
    }

    public static Api organiser(URI base) {
        Api nobody = Api.of(base);
        String token = nobody.post("/login", Api.object("key", KEY))
                .expect(200)
                .get("token")
                .asText();
        return nobody.as(token);
    }

    public Api organiser() {
        return organiser;
    }

    public Api nobody() {
        return nobody;
    }

    /** As it was answered on creation. */
    public JsonNode room() {
        return room;
    }

    public String id() {
        return room.get("id").asText();
    }

    /** Below {@code /api/v1}. */
    public String path() {
        return "/rooms/" + id();
    }

    public String code(String role) {
        return room.get("codes").get(role).asText();
    }

    public Person moderator(String name) {
        return join("moderator", name);
    }

    public Person participant(String name) {
        return join("participant", name);
    }

    public Person viewer(String name) {
        return join("viewer", name);
    }

    private Person join(String role, String name) {
        JsonNode answer = nobody.post("/join", Api.object("code", code(role), "name", name))
                .expect(200);
        JsonNode member = answer.get("member");
        if (!member.get("role").asText().equals(role.toLowerCase(Locale.ROOT))) {
            throw new AssertionError("joined as " + member);
        }
        return new Person(
                member.get("id").asText(), name, nobody.as(answer.get("token").asText()));
    }

    /** Somebody in the room. */
    public record Person(String id, String name, Api api) {}
}
