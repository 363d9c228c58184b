package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All rooms of an event at one look, and what is done in all of them. */
class BoardTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api organiser = organiser();
    private Congress congress;
    private String event;

    @BeforeEach
    void open() {
        Object one = object("title", "Eins", "start", "2026-07-04T07:00:00Z", "seats", 20);
        congress = Congress.open(organiser, Congress.bare(organiser), one, object("title", "Zwei"));
        event = congress.path();
    }

    private String room(int session) {
        return congress.roomPath(session);
    }

    private JsonNode card(int session) {
        String room = congress.room(session);
        for (JsonNode card : organiser.get(event + "/board").expect(200).get("rooms")) {
            if (card.get("room").asText().equals(room)) {
                return card;
            }
        }
        throw new AssertionError("no card for " + room);
    }

    private Api join(int session, String role) {
        return nobody().join(congress.code(session, role), "Jemand");
    }

    @Test
    @DisplayName("D-1")
    void aCardTellsHowItsRoomStands() {
        assertEquals("Eins", card(0).get("title").asText());
        Api paula = join(0, "participant");
        Object steps = List.of(
                object("title", "A", "status", "agreed"),
                object("title", "B", "status", "done"),
                object("title", "C"),
                object("title", "D", "status", "dropped"));
        organiser.put(room(0) + "/plan", object("steps", steps)).expect(200);
        Poll.open(organiser, room(0), object("question", "Ja?", "method", "consent"));
        organiser.patch(room(0), object("phase", "vote")).expect(200);
        try (PlanClient tab = PlanClient.open(paula, room(0))) {
            Conditions.await(
                    "the board knows",
                    PATIENCE,
                    () -> card(0).get("people").asInt() == 1
                            && card(0).get("phase").asText().equals("vote"));
            JsonNode card = card(0);
            assertEquals(3, card.get("steps").asInt());
            assertEquals(2, card.get("agreed").asInt());
            assertEquals(1, card.get("polls").asInt());
            assertEquals(20, card.get("seats").asInt());
            assertEquals(0, tab.closedWith());
        }
        organiser.put(room(0) + "/plan", object("steps", List.of())).expect(200);
        Conditions.await(
                "dropped steps don't count",
                PATIENCE,
                () -> card(0).get("steps").asInt() == 0);
    }

    @Test
    @DisplayName("D-1")
    void aCardTellsWhatItsRoomCameToAndWhereAllMeet() {
        Api paula = join(0, "participant");
        organiser.patch(room(0), object("phase", "vote")).expect(200);
        Poll poll = Poll.open(organiser, room(0), Poll.consent(object("secret", false)));
        poll.say(paula, "yes").expect(200);
        assertEquals(0, card(0).get("outcomes").asInt());
        poll.close();
        Conditions.await(
                "the poll has a result", PATIENCE, () -> card(0).get("outcomes").asInt() == 1);
        assertEquals(0, card(1).get("outcomes").asInt());
        JsonNode rooms = organiser.get(event + "/board").expect(200).get("rooms");
        assertEquals(3, rooms.size());
        for (JsonNode card : rooms) {
            assertEquals(
                    congress.plenary().endsWith(card.get("room").asText()),
                    card.get("plenary").asBoolean());
        }
    }

    @Test
    @DisplayName("D-2")
    void theStreamTellsNewsAndNothingTwice() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(organiser.base() + "/api/v1" + event + "/board/stream?token=" + organiser.token()))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String first = next(lines);
            assertTrue(first.contains("\"Eins\""), first);
            join(1, "moderator").post(room(1) + "/help", object()).expect(200);
            String second = next(lines);
            assertTrue(second.contains("\"help\":\"2"), second);
        }
    }

    private static String next(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return line.substring("data: ".length());
            }
        }
        throw new AssertionError("the stream has ended");
    }

    @Test
    @DisplayName("D-3")
    void helpIsCalledByWhoLeadsAndComes() {
        Api mona = join(0, "moderator");
        mona.post(room(0) + "/help", object("needed", true)).expect(200);
        Conditions.await("help is wanted", PATIENCE, () -> !card(0).get("help").isNull());
        mona.post(room(0) + "/help", object("needed", false)).expect(200);
        Conditions.await("help has come", PATIENCE, () -> card(0).get("help").isNull());
        join(0, "participant").post(room(0) + "/help", object()).problem(403);
    }

    @Test
    @DisplayName("D-4")
    void whatIsAnnouncedIsReadByAllAndByWhoComesLater() throws IOException, InterruptedException {
        Api paula = join(0, "participant");
        try (PlanClient tab = PlanClient.open(paula, room(0))) {
            JsonNode told = organiser
                    .post(event + "/announce", object("text", "In fünf Minuten Plenum", "minutes", 5))
                    .expect(200);
            assertTrue(told.get("rooms").asInt() >= 1);
            String later = stream(join(0, "viewer"));
            assertTrue(later.contains("In fünf Minuten Plenum"), later);
            organiser.post(event + "/announce", object("text", "")).expect(200);
            assertFalse(stream(join(0, "viewer")).contains("In fünf Minuten Plenum"));
            assertEquals(0, tab.closedWith());
        }
        organiser.post(event + "/announce", object("text", "x".repeat(301))).problem(422);
        organiser.post(event + "/announce", object("text", "x", "minutes", 0)).problem(422);
        paula.post(event + "/announce", object("text", "Feierabend")).problem(403);
    }

    /** What somebody who comes hears first of the room. */
    private String stream(Api who) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(who.base() + "/api/v1" + room(0) + "/stream?token=" + who.token()))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            return next(lines);
        }
    }

    @Test
    @DisplayName("D-5")
    void oneChangeIsMadeInAllRoomsButThePlenary() {
        Api mona = join(0, "moderator");
        organiser
                .patch(event + "/board", object("timer", object("seconds", 600)))
                .expect(200);
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    600, organiser.get(room(i)).expect(200).at("/timer/seconds").asInt());
        }
        organiser.patch(event + "/board", object("phase", "closed")).expect(200);
        assertEquals("closed", organiser.get(room(1)).expect(200).get("phase").asText());
        assertEquals(
                "collect",
                organiser.get(congress.plenary()).expect(200).get("phase").asText());
        organiser.patch(event + "/board", object("title", "Alle gleich")).problem(422);
        mona.patch(event + "/board", object("locked", true)).problem(403);
        mona.get(event + "/board").problem(403);
    }
}
