package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What screens of an event show in turn. */
class PlaylistTest extends ServerTest {
    private final Api organiser = organiser();

    private Congress congress() {
        return Congress.open(
                organiser,
                Congress.bare(organiser, object("title", "Kongress")),
                object("title", "E-Akte", "start", "2026-07-04T07:30:00Z", "place", "Saal 1"),
                object("title", "Register", "start", "2026-07-04T09:30:00Z"));
    }

    /** Somebody who came by the event's code for that role. */
    private Api pass(Congress congress, String role) {
        return nobody().join(congress.eventCode(organiser, role), "Leinwand");
    }

    @Test
    @Tag("PL-1")
    void entriesAreSetAndResultsOfClosedRoomsComeByThemselves() {
        Congress congress = congress();
        String path = congress.path() + "/playlist";
        JsonNode usual = organiser.get(path).expect(200);
        assertEquals(
                List.of("programme", "board", "plenary"), usual.get("entries").findValuesAsText("view"));
        Object given = object(
                "entries",
                List.of(
                        object("view", "programme", "seconds", 20),
                        object("view", "room", "room", congress.room(1), "seconds", 30)),
                "results",
                15);
        JsonNode set = organiser.put(path, given).expect(200);
        assertEquals(2, set.at("/wall/entries").size());
        assertEquals("Register", set.at("/wall/entries/1/title").asText());
        assertEquals(
                set.at("/wall/since"), organiser.put(path, given).expect(200).at("/wall/since"), "the same again");
        organiser.put(congress.roomPath(0) + "/plan", steps("agreed")).expect(200);
        organiser.patch(congress.plenary(), object("phase", "closed")).expect(200);
        organiser.patch(congress.roomPath(0), object("phase", "closed")).expect(200);
        Conditions.await("results of the closed room that has some", Duration.ofSeconds(20), () -> {
            JsonNode entries = organiser.get(path).expect(200).at("/wall/entries");
            return entries.size() == 3
                    && entries.at("/2/view").asText().equals("results")
                    && entries.at("/2/room").asText().equals(congress.room(0));
        });
        organiser.patch(congress.roomPath(0), object("phase", "vote")).expect(200);
        organiser.put(congress.roomPath(0) + "/plan", steps("proposed")).expect(200);
        organiser.patch(congress.roomPath(0), object("phase", "closed")).expect(200);
        Conditions.await(
                "a room that came to nothing is left out",
                Duration.ofSeconds(20),
                () -> organiser.get(path).expect(200).at("/wall/entries").size() == 2);
        vote(congress);
        Conditions.await(
                "the result of its poll",
                Duration.ofSeconds(20),
                () -> organiser.get(path).expect(200).at("/wall/entries").size() == 3);
        organiser.delete(congress.roomPath(1)).expect(204);
        Conditions.await(
                "the deleted room is left out",
                Duration.ofSeconds(20),
                () -> organiser.get(path).expect(200).at("/wall/entries").size() == 2);
        for (Object wrong : List.of(
                object("view", "room", "seconds", 20),
                object("view", "room", "room", NOWHERE, "seconds", 20),
                object("view", "film", "seconds", 20),
                object("view", "board", "seconds", 2))) {
            organiser.put(path, object("entries", List.of(wrong))).problem(422);
        }
        pass(congress, "viewer").put(path, given).problem(403);
    }

    private static Object steps(String status) {
        return object("steps", List.of(object("title", "Scanner beschaffen", "status", status)));
    }

    /** One person votes in the first room, openly. */
    private void vote(Congress congress) {
        organiser.patch(congress.roomPath(0), object("phase", "vote")).expect(200);
        Api paul = nobody().join(congress.code(0, "participant"), "Paul");
        Poll poll = Poll.open(organiser, congress.roomPath(0), Poll.consent(object("secret", false)));
        poll.say(paul, "yes").expect(200);
        poll.close();
        organiser.patch(congress.roomPath(0), object("phase", "closed")).expect(200);
    }

    @Test
    @Tag("PL-3")
    void whatIsAnnouncedIsReadOnAllScreens() {
        Congress congress = congress();
        String path = congress.path() + "/playlist";
        organiser
                .post(congress.path() + "/announce", object("text", "In fünf Minuten Plenum", "minutes", 5))
                .expect(200);
        Api viewer = pass(congress, "viewer");
        Conditions.await("it is on the wall", Duration.ofSeconds(20), () -> viewer.get(path)
                .expect(200)
                .at("/wall/announcement/text")
                .asText()
                .equals("In fünf Minuten Plenum"));
        organiser.post(congress.path() + "/announce", object("text", "")).expect(200);
        Conditions.await(
                "it is taken away",
                Duration.ofSeconds(20),
                () -> viewer.get(path).expect(200).at("/wall/announcement").isMissingNode());
    }

    @Test
    @Tag("PL-2")
    void screensThatBeginLaterGoByTheSameTime() {
        Congress congress = congress();
        String path = congress.path() + "/playlist";
        organiser
                .put(path, object("entries", List.of(object("view", "board", "seconds", 20))))
                .expect(200);
        JsonNode early = pass(congress, "viewer").get(path).expect(200);
        JsonNode late = pass(congress, "viewer").get(path).expect(200);
        assertEquals(early.at("/wall/since"), late.at("/wall/since"));
        assertEquals(early.at("/wall/entries"), late.at("/wall/entries"));
        organiser
                .put(path, object("entries", List.of(object("view", "programme", "seconds", 20))))
                .expect(200);
        assertNotEquals(
                early.at("/wall/since"),
                pass(congress, "viewer").get(path).expect(200).at("/wall/since"),
                "another list begins with its first entry");
    }

    @Test
    @Tag("PL-3")
    void peopleOfTheEventSeeWhatScreensShow() throws Exception {
        Congress congress = congress();
        String path = congress.path() + "/playlist";
        Api viewer = pass(congress, "viewer");
        JsonNode wall = viewer.get(path).expect(200).get("wall");
        assertEquals("Kongress", wall.get("title").asText());
        assertEquals(organiser.get(congress.path() + "/codes").expect(200).at("/codes/participant"), wall.get("code"));
        assertEquals("Saal 1", wall.at("/sessions/0/place").asText());
        assertEquals(3, wall.get("rooms").size());
        assertFalse(wall.get("rooms").findParents("help").iterator().hasNext());
        workshop().participant("Fremd").api().get(path).problem(403);
        nobody().get(path).problem(401);
        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        viewer.base() + "/api/v1" + path + "/stream?token=" + viewer.token()))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = stream.body()) {
            Iterator<String> told =
                    lines.filter(line -> line.startsWith("data: ")).iterator();
            assertEquals(3, Api.parse(told.next().substring(6)).get("entries").size());
            organiser
                    .put(path, object("entries", List.of(object("view", "board", "seconds", 20))))
                    .expect(200);
            assertEquals(1, Api.parse(told.next().substring(6)).get("entries").size());
        }
    }
}
