package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.Exposition;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The board of an event whose rooms nobody is in: they are told of all the same, and stay where they are. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QuietBoardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static void plan(Api organiser, Congress congress, int session, String... statuses) {
        List<Object> steps = new ArrayList<>();
        for (String status : statuses) {
            steps.add(Api.object("title", "Schritt " + steps.size(), "status", status));
        }
        organiser
                .put(congress.roomPath(session) + "/plan", Api.object("steps", steps))
                .expect(200);
    }

    private static void nobodyIsIn(TestServer server) {
        Conditions.await("no room is in memory", PATIENCE, () -> inMemory(server) == 0);
    }

    private static double inMemory(TestServer server) {
        return Exposition.read(Api.of(server.base()).get("/metrics").body()).sum("werkraum_rooms");
    }

    /** Steps and agreed ones of the two sessions, in the order of the board. */
    private static List<String> counts(TestServer server, Congress congress) {
        JsonNode rooms = Workshop.organiser(server.base())
                .get(congress.path() + "/board")
                .expect(200)
                .get("rooms");
        List<String> counts = new ArrayList<>();
        for (JsonNode card : rooms) {
            if (!card.get("plenary").asBoolean()) {
                counts.add(card.path("agreed").asText("-") + " of "
                        + card.path("steps").asText("-"));
            }
        }
        return counts;
    }

    private static void tells(TestServer server, Congress congress, String... counts) {
        Conditions.await(
                "the board tells them", PATIENCE, () -> counts(server, congress).equals(List.of(counts)));
    }

    @Test
    @DisplayName("D-1")
    void stepsAreKnownOfRoomsThatAreNotInMemory() {
        try (TestServer server = TestServer.start(Map.of("idleRoomSeconds", 1))) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = Congress.open(
                    organiser,
                    Congress.bare(organiser),
                    Api.object("title", "Eins", "start", "2026-07-04T07:00:00Z"),
                    Api.object("title", "Zwei", "start", "2026-07-04T09:00:00Z"));
            plan(organiser, congress, 0, "agreed", "done", "proposed", "dropped");
            nobodyIsIn(server);
            tells(server, congress, "2 of 3", "0 of 0");
            plan(organiser, congress, 0, "agreed", "agreed", "agreed", "proposed");
            plan(organiser, congress, 1, "doing");
            nobodyIsIn(server);
            tells(server, congress, "3 of 4", "1 of 1");
            server.restart();
            tells(server, congress, "3 of 4", "1 of 1");
            assertEquals(0, inMemory(server), "a board that looks brings no room into memory");
        }
    }

    @Test
    @Tag("D-4")
    void whatWasAnnouncedIsReadInRoomsThatAreOpenedLaterAndOnScreens() throws Exception {
        try (TestServer server = TestServer.start(Map.of("idleRoomSeconds", 1))) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = Congress.open(organiser, Congress.bare(organiser), Api.object("title", "Eins"));
            nobodyIsIn(server);
            int told = announce(organiser, congress, "Gleich Plenum");
            assertEquals(0, told, "no room is open");
            server.restart();
            organiser = Workshop.organiser(server.base());
            assertEquals(
                    "Gleich Plenum",
                    organiser
                            .get(congress.path() + "/playlist")
                            .expect(200)
                            .at("/wall/announcement/text")
                            .asText());
            Api viewer = Api.of(server.base()).join(congress.code(0, "viewer"), "Leinwand");
            assertEquals("Gleich Plenum", announced(viewer, congress));
            announce(organiser, congress, "");
            nobodyIsIn(server);
            assertEquals("", announced(viewer, congress), "it was taken away");
        }
    }

    private static int announce(Api organiser, Congress congress, String text) {
        return organiser
                .post(congress.path() + "/announce", Api.object("text", text))
                .expect(200)
                .get("rooms")
                .asInt();
    }

    /** What the room's own event says of it; empty where nothing is announced. */
    private static String announced(Api who, Congress congress) throws Exception {
        try (Stream<String> lines = stream(who, congress.roomPath(0)).body()) {
            return lines.filter(line -> line.startsWith("data: ") && line.contains("\"joinCode\""))
                    .findFirst()
                    .map(line -> Api.parse(line.substring(6))
                            .at("/announcement/text")
                            .asText())
                    .orElseThrow();
        }
    }

    @Test
    @Tag("B-11")
    void whoOpensOneBoardTooManyLosesTheOldest() throws Exception {
        try (TestServer server = TestServer.start(Map.of("looksPerPerson", 2))) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = Congress.open(organiser, Congress.bare(organiser), Api.object("title", "Eins"));
            Congress other = Congress.open(organiser, Congress.bare(organiser), Api.object("title", "Zwei"));
            Api viewer = Api.of(server.base()).join(congress.eventCode(organiser, "viewer"), "Leinwand");
            HttpResponse<Stream<String>> oldest = look(organiser, congress, "board");
            List<HttpResponse<Stream<String>>> others = List.of(
                    look(organiser, congress, "playlist"),
                    look(organiser, other, "board"),
                    look(viewer, congress, "playlist"),
                    look(organiser, congress, "board"));
            assertTrue(oldest.body().toList().contains("retry: 30000"), "it ends, and its page comes back later");
            for (Congress one : List.of(congress, other)) {
                organiser
                        .patch(one.path() + "/board", Api.object("phase", "vote"))
                        .expect(200);
            }
            for (HttpResponse<Stream<String>> still : others) {
                try (Stream<String> lines = still.body()) {
                    assertTrue(lines.anyMatch(line -> line.contains("\"phase\":\"vote\"")), "it goes on");
                }
            }
        }
    }

    private static HttpResponse<Stream<String>> look(Api who, Congress congress, String at) throws Exception {
        return stream(who, congress.path() + "/" + at);
    }

    private static HttpResponse<Stream<String>> stream(Api who, String path) throws Exception {
        URI address = URI.create(who.base() + "/api/v1" + path + "/stream?token=" + who.token());
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, response.statusCode());
        return response;
    }
}
