package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no client should send. */
class BadInputTest extends ServerTest {
    @Test
    void bodiesThatAreNoJsonObjectsAreRefusedEverywhere() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Workshop.Person paula = workshop.participant("Paula");
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false)));
        String room = workshop.path();
        record Call(Api who, String method, String path) {}
        List<Call> calls = List.of(
                new Call(nobody(), "POST", "/login"),
                new Call(nobody(), "POST", "/join"),
                new Call(workshop.organiser(), "POST", "/events"),
                new Call(workshop.organiser(), "POST", "/rooms"),
                new Call(moderator, "PATCH", room),
                new Call(moderator, "POST", room + "/codes"),
                new Call(moderator, "PATCH", room + "/members/" + paula.id()),
                new Call(moderator, "PUT", room + "/plan"),
                new Call(moderator, "POST", room + "/polls"),
                new Call(moderator, "PATCH", poll.path()),
                new Call(moderator, "POST", poll.path() + "/cancel"),
                new Call(paula.api(), "PUT", poll.path() + "/ballot"));
        for (Call call : calls) {
            for (String body : List.of(
                    "{",
                    "",
                    "null",
                    "[]",
                    "17",
                    "\"x\"",
                    "{\"a\": }",
                    "\u0000",
                    deep(),
                    huge("title"),
                    huge("count"))) {
                Api.Answer answer = call.who().send(call.method(), call.path(), body);
                assertTrue(
                        answer.status() == 400 || answer.status() == 422, call + " " + body.length() + ": " + answer);
                answer.problem(answer.status());
            }
        }
        assertEquals(0, poll.seenBy(moderator).get("cast").asInt());
        assertEquals("open", poll.seenBy(moderator).get("state").asText());
    }

    @Test
    void tooMuchIs413AndUnknownIs404() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String large = "{\"title\": \"" + "x".repeat(4 * 1024 * 1024) + "\"}";
        moderator.send("PUT", workshop.path() + "/plan", large).problem(413);
        moderator.get("/gibtesnicht").problem(404);
        moderator.get(workshop.path() + "/polls/" + NOWHERE).problem(404);
        moderator.get(workshop.path() + "/polls/unsinn").problem(404);
        moderator.get(workshop.path() + "/export/exe").problem(404);
        moderator
                .post(workshop.path() + "/polls/" + NOWHERE + "/open", object())
                .problem(404);
        moderator.send("PATCH", "/login", "{}").refused();
    }

    @Test
    void ballotsThatCannotBe() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll consent = Poll.open(workshop, moderator, Poll.consent(object("secret", false)));
        Poll dots =
                Poll.open(workshop, moderator, Poll.dots(3, object("secret", false, "budget", 3, "maxPerOption", 2)));
        String option = consent.options().get(0);
        String a = dots.options().get(0);
        for (Object choices : new Object[] {
            object(option, "vielleicht"), object(option, true), object(option, 1), "yes", List.of("yes"), 7
        }) {
            consent.cast(paula, choices).problem(422);
        }
        assertEquals(
                "unknownOption", consent.cast(paula, object("unsinn", "yes")).problem(422));
        assertEquals("unknownOption", consent.cast(paula, object(a, "yes")).problem(422));
        for (Object choices :
                new Object[] {object(a, -1), object(a, 1.5), object(a, "2"), object(a, 3), object(a, 1e30), List.of(a)
                }) {
            dots.cast(paula, choices).problem(422);
        }
        paula.send("PUT", dots.path() + "/ballot", "{\"choices\": {\"" + a + "\": 1, \"" + a + "\": 1}}");
        paula.put(dots.path() + "/ballot", object()).problem(422);
        assertEquals(0, consent.seenBy(moderator).get("cast").asInt());
    }

    @Test
    void originsOfOthersAreTurnedAway() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve("/api/v1/login"))
                .header("Origin", "https://fremd.example")
                .POST(HttpRequest.BodyPublishers.ofString(Api.json(object("key", Workshop.KEY))))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(403, answer.statusCode());
        assertTrue(answer.headers().firstValue("access-control-allow-origin").isEmpty());
        assertTrue(answer.headers().firstValue("set-cookie").isEmpty());
    }

    /** Module scripts carry an Origin, and behind a proxy that sends another Host every browser's would be foreign. */
    @Test
    void pagesAreForEveryOrigin() throws Exception {
        var client = HttpClient.newHttpClient();
        for (String page : List.of("/", "/room.html", "/app/api.js", "/health/live")) {
            HttpRequest request = HttpRequest.newBuilder(server.base().resolve(page))
                    .header("Origin", "https://werkraum.example")
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), page);
            assertTrue(
                    answer.headers().firstValue("access-control-allow-origin").isEmpty());
        }
    }

    /** A number of 50,000 digits. */
    private static String huge(String field) {
        return "{\"" + field + "\": " + "9".repeat(50_000) + "}";
    }

    private static String deep() {
        return "[".repeat(20_000) + "]".repeat(20_000);
    }
}
