package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.NodeScript;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars to subscribe to, as other people's software reads them. */
class FeedTest extends ServerTest {
    private final Path folder;

    FeedTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Object step(String id, String title, String due, String responsible) {
        return object("id", id, "title", title, "due", due, "responsible", responsible);
    }

    private static void plan(Workshop room, Object... steps) {
        room.organiser()
                .put(room.path() + "/plan", object("title", "Plan", "steps", List.of(steps)))
                .expect(200);
    }

    private static JsonNode make(Api who, Workshop room, Object body) {
        return who.post(room.path() + "/feeds", body).expect(201);
    }

    private String read(JsonNode feed, String query) {
        Api.Answer answer = nobody().get(URI.create(feed.get("url").asText()).getPath() + query);
        assertEquals(200, answer.status(), answer.body());
        assertEquals("text/calendar; charset=utf-8", answer.contentType());
        return answer.body();
    }

    /** The same by both readers, without what each adds: a line for each entry. */
    private List<String> entries(String calendar) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.ics"), calendar);
        List<List<String>> readers = new ArrayList<>();
        for (String line : NodeScript.run("calendar/feed.js", Map.of("FILE", file.toString()), Duration.ofMinutes(1))
                .strip()
                .lines()
                .toList()) {
            List<String> entries = new ArrayList<>();
            Api.parse(line)
                    .forEach(entry -> entries.add(entry.get("kind").asText() + " "
                            + entry.get("uid").asText() + " "
                            + entry.get("summary").asText() + " "
                            + entry.get("day").asText()));
            readers.add(entries.stream().sorted().toList());
        }
        assertEquals(2, readers.size());
        assertEquals(readers.get(0), readers.get(1), "both readers");
        return readers.get(0);
    }

    @Test
    @Tag("CF-2")
    void aPlansDatesAreDaysAndTasksWhereOneWantsThem() throws IOException {
        Workshop room = workshop();
        plan(
                room,
                step("a", "Übergabe klären; mit Kämmerei, Rechtsamt 🙂", "2027-01-29", "Amt 10"),
                step("b", "Umlage", "2027-02-01", "Frau Yilmaz, Amt 20"));
        JsonNode feed = make(room.participant("Paula").api(), room, object());
        String uid = "@" + room.id() + ".werkraum";
        List<String> days = entries(read(feed, ""));
        assertEquals(
                List.of(
                        "vevent a-day" + uid + " Übergabe klären; mit Kämmerei, Rechtsamt 🙂 2027-01-29",
                        "vevent b-day" + uid + " Umlage 2027-02-01"),
                days);
        plan(room, step("a", "Übergabe klären", "2027-03-01", "Amt 10"));
        assertTrue(entries(read(feed, "")).contains("vevent a-day" + uid + " Übergabe klären 2027-03-01"));
        assertTrue(entries(read(feed, "?as=tasks")).contains("vtodo a" + uid + " Übergabe klären 2027-03-01"));
    }

    @Test
    @Tag("CF-1")
    @Tag("CF-2")
    void onesOwnStepsAndThoseOfAnEvent() throws IOException {
        String event =
                Congress.bare(organiser(), object("title", "Kongress", "date", "2027-05-04", "venue", "Rathaus"));
        Workshop one = Workshop.open(server.base(), object("title", "Eins", "event", event));
        Workshop two = Workshop.open(server.base(), object("title", "Zwei", "event", event));
        plan(
                one,
                step("a", "Prüfen", "2027-01-29", "Amt 10"),
                step("b", "Umlage", "2027-02-01", "Frau Yilmaz und Amt 20"),
                step("c", "Nicht meins", "2027-02-02", "Amt 200"));
        plan(two, step("d", "Zweiter", "2027-06-01", ""));
        JsonNode own = make(one.participant("Paula").api(), one, object("responsible", "amt 20"));
        assertEquals(1, entries(read(own, "")).size(), read(own, ""));
        assertTrue(read(own, "").contains("Umlage"));
        JsonNode whole =
                organiser().post("/events/" + event + "/feeds", object()).expect(201);
        List<String> all = entries(read(whole, ""));
        assertEquals(5, all.size(), all.toString());
        assertTrue(all.contains("vevent " + event + "@event.werkraum Kongress 2027-05-04"), all.toString());
        JsonNode ofOne = organiser()
                .post("/events/" + event + "/feeds", object("responsible", "Amt 20"))
                .expect(201);
        assertEquals("Amt 20", ofOne.get("responsible").asText());
        assertEquals(2, entries(read(ofOne, "")).size(), read(ofOne, ""));
    }

    @Test
    @Tag("CF-3")
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        Workshop room = workshop();
        plan(room, step("a", "Prüfen", "2027-01-29", ""));
        JsonNode feed = make(room.organiser(), room, object());
        HttpResponse<String> first = conditional(feed, null, null);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        assertEquals(304, conditional(feed, tag, null).statusCode());
        assertEquals(304, conditional(feed, null, date).statusCode());
        assertEquals(200, conditional(feed, "W/\"anders\"", date).statusCode());
        room.organiser()
                .put(room.path() + "/plan", object("goal", "Nur das Ziel ist neu"))
                .expect(200);
        assertEquals(304, conditional(feed, tag, null).statusCode(), "no date has changed");
        plan(room, step("a", "Prüfen", "2027-01-30", ""));
        HttpResponse<String> changed = conditional(feed, tag, null);
        assertEquals(200, changed.statusCode());
        assertNotEquals(tag, changed.headers().firstValue("ETag").orElseThrow());
    }

    private HttpResponse<String> conditional(JsonNode feed, @Nullable String tag, @Nullable String date)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                server.base().resolve(URI.create(feed.get("url").asText()).getPath()));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        if (date != null) {
            request.header("If-Modified-Since", date);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Tag("CF-4")
    void itEndsAtOnceWhenRevokedAndWithWhoeverMadeIt() {
        Workshop room = workshop();
        Workshop.Person paula = room.participant("Paula");
        Workshop.Person peter = room.participant("Peter");
        JsonNode hers = make(paula.api(), room, object());
        JsonNode his = make(peter.api(), room, object("responsible", "Peter"));
        assertEquals(1, paula.api().get(room.path() + "/feeds").expect(200).size(), "one's own");
        assertEquals(2, room.organiser().get(room.path() + "/feeds").expect(200).size());
        String path = room.path() + "/feeds/" + hers.get("id").asText();
        peter.api().delete(path).problem(404);
        read(hers, "");
        paula.api().delete(path).expect(204);
        gone(hers);
        read(his, "");
        room.organiser().delete(room.path() + "/members/" + peter.id()).expect(204);
        gone(his);
        assertEquals(
                "notForViewers",
                room.viewer("Leinwand")
                        .api()
                        .post(room.path() + "/feeds", object())
                        .problem(403));
        JsonNode last = make(room.organiser(), room, object());
        room.organiser().delete(room.path()).expect(204);
        gone(last);
        nobody().get("/feeds/" + "A".repeat(43) + ".ics").problem(404);
        nobody().get("/feeds/unsinn").problem(404);
    }

    private void gone(JsonNode feed) {
        nobody().get(URI.create(feed.get("url").asText()).getPath()).problem(404);
    }

    @Test
    @Tag("CF-1")
    void itIsShownOnceAndKeptAsAHash() throws SQLException {
        Workshop room = workshop();
        Api marked = room.organiser().under(UUID.randomUUID().toString());
        JsonNode feed = make(marked, room, object());
        assertEquals(feed, make(marked, room, object()), "a lost answer is no lost address");
        String path = feed.get("url").asText();
        String secret = path.substring(path.lastIndexOf('/') + 1, path.length() - 4);
        assertFalse(room.organiser().get(room.path() + "/feeds").body().contains(secret));
        assertFalse(room.organiser().get(room.path() + "/audit").body().contains(secret));
        try (Connection connection = TestDatabase.connect(server.databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select f::text, r::text from feed f, request r")) {
            assertTrue(rows.next(), "the feed, and the request that made it");
            do {
                assertFalse((rows.getString(1) + rows.getString(2)).contains(secret));
            } while (rows.next());
        }
    }

    @Test
    @Tag("CF-4")
    void aProgramThatAsksAllTheTimeIsSlowed() {
        Workshop room = workshop();
        JsonNode feed = make(room.organiser(), room, object());
        String path = URI.create(feed.get("url").asText()).getPath();
        List<CompletableFuture<Api.Answer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> nobody().sendLater("GET", path, object()))
                .toList();
        List<Integer> statuses = answers.stream()
                .map(answer -> answer.join().status())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of(200, 429), statuses);
    }

    @Test
    void tooManyAreRefusedAndSoIsWhatCannotBe() {
        Workshop room = workshop();
        assertEquals(
                "invalid",
                room.organiser()
                        .post(room.path() + "/feeds", object("responsible", "x".repeat(100)))
                        .problem(422));
        assertEquals(
                "notFound",
                room.organiser().delete(room.path() + "/feeds/" + NOWHERE).problem(404));
        assertEquals(
                "notFound",
                organiser().post("/events/" + NOWHERE + "/feeds", object()).problem(404));
    }
}
