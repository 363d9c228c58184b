package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Exposition;
import de.werkraum.support.NodeScript;
import de.werkraum.support.Poll;
import de.werkraum.support.Receiver;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Acts told to real receivers over sockets. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HookTest {
    private static final TestServer SERVER = TestServer.start(Receiver.QUICK, Receiver.ALLOWED);
    private static final Api ORGANISER = Workshop.organiser(SERVER.base());
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final Receiver receiver = Receiver.start();
    private final List<String> hooks = new ArrayList<>();

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @AfterEach
    void stopReceiver() {
        hooks.forEach(hook -> ORGANISER.delete("/hooks/" + hook));
        receiver.close();
    }

    private String hook(Object... more) {
        Map<String, Object> body = Api.object("url", receiver.url(), "secret", SECRET);
        body.putAll(Api.object(more));
        String id = ORGANISER.post("/hooks", body).expect(201).get("id").asText();
        hooks.add(id);
        return id;
    }

    private static JsonNode state(String hook) {
        return ORGANISER.get("/hooks/" + hook).expect(200);
    }

    private static Workshop workshop() {
        return Workshop.open(ORGANISER, Api.object("title", "Ein Raum"));
    }

    private static void phase(Workshop room, String phase) {
        room.organiser().patch(room.path(), Api.object("phase", phase)).expect(200);
    }

    /** Requests to hooks that were taken so far, by the metrics. */
    private static double taken() {
        return Exposition.read(Api.of(SERVER.base()).get("/metrics").body())
                .sum("werkraum_hook_requests_total{outcome=\"ok\"}");
    }

    private static void await(String what, BooleanSupplier condition) {
        Conditions.await(what, Duration.ofSeconds(60), condition);
    }

    @Test
    @Tag("HK-3")
    void theLibraryOfTheStandardKnowsTheSignature() {
        try (NodeScript script = NodeScript.start("hooks/receiver.js", Map.of("SECRET", SECRET))) {
            await("its port", () -> script.stdout().contains("port"));
            int port = Api.parse(script.stdout().lines().findFirst().orElseThrow())
                    .get("port")
                    .asInt();
            String hook = hook("url", "http://127.0.0.1:" + port + "/");
            double before = taken();
            assertEquals(
                    204,
                    ORGANISER
                            .post("/hooks/" + hook + "/probe", Api.object())
                            .expect(200)
                            .get("status")
                            .asInt());
            Workshop room = workshop();
            room.organiser()
                    .patch(room.path(), Api.object("title", "Grüße aus Köln", "phase", "vote"))
                    .expect(200);
            await("three acts", () -> script.stdout().lines().count() == 5);
            await("the probe and three acts are counted", () -> taken() >= before + 4);
            assertFalse(script.stdout().contains("refused"), script.stdout());
            assertTrue(script.stdout().contains("\"type\":\"roomFounded\""), script.stdout());
        }
    }

    @Test
    @Tag("HK-2")
    @Tag("HK-4")
    void actsComeInTheirOrderAndTellOfThemselvesByIdsOnly() {
        Workshop other = workshop();
        Workshop room = workshop();
        hook("room", room.id());
        phase(room, "elaborate");
        phase(other, "elaborate");
        room.organiser()
                .patch(room.path(), Api.object("locked", true, "title", "Geheimsache"))
                .expect(200);
        room.organiser().patch(room.path(), Api.object("locked", false)).expect(200);
        Workshop.Person paula = room.participant("Paula Personenname");
        room.organiser().delete(room.path() + "/members/" + paula.id()).expect(204);
        phase(room, "closed");
        room.organiser().delete(room.path()).expect(204);
        List<Receiver.Told> told = receiver.await(6);
        assertEquals(
                List.of("phase", "titled", "locked", "unlocked", "phase", "roomDeleted").stream()
                        .sorted()
                        .toList(),
                receiver.types().stream().sorted().toList());
        assertEquals("phase", told.get(0).type());
        assertEquals("elaborate", told.get(0).json().at("/data/phase").asText());
        assertEquals("roomDeleted", told.get(5).type());
        for (Receiver.Told one : told) {
            assertEquals(room.id(), one.json().at("/data/room").asText());
            assertFalse(one.body().contains("Geheim") || one.body().contains("Paula"), one.body());
            assertFalse(one.body().contains(paula.id()), one.body());
        }
        assertEquals(6, told.stream().map(Receiver.Told::id).distinct().count());
    }

    @Test
    @Tag("HK-2")
    void ofAHiddenPollNothingIsTold() {
        Workshop room = workshop();
        hook("room", room.id());
        Api moderator = room.moderator("Mona").api();
        Poll poll = Poll.draft(
                room, moderator, Poll.consent(Api.object("reveal", "moderator", "receipts", true, "minBallots", 3)));
        assertEquals(List.of(), receiver.told(), "a draft is nobody's");
        List<Api> voters = IntStream.range(0, 4)
                .mapToObj(i -> room.participant("Wählerin " + i).api())
                .toList();
        poll.act("open").expect(200);
        List<String> receipts = new ArrayList<>();
        for (Api voter : voters) {
            receipts.add(poll.say(voter, receipts.isEmpty() ? "no" : "yes")
                    .expect(200)
                    .path("receipt")
                    .asText());
        }
        poll.close();
        poll.act("reveal").expect(200);
        await("the last", () -> receiver.types().contains("pollRevealed"));
        for (Receiver.Told one : receiver.told()) {
            JsonNode data = one.json().get("data");
            data.fieldNames()
                    .forEachRemaining(name -> assertTrue(List.of("room", "poll").contains(name), one.body()));
            for (String hidden : List.of("Machen wir das", "yes", "tally", "Wählerin", "cast", "eligible")) {
                assertFalse(one.body().contains(hidden), one.body());
            }
            receipts.forEach(receipt -> assertFalse(one.body().contains(receipt), one.body()));
        }
        assertFalse(receiver.types().contains("pollCreated"));
    }

    @Test
    @Tag("HK-4")
    @Tag("HK-5")
    void whatIsRefusedComesAgainTheSameAndNothingOvertakesIt() {
        Workshop room = workshop();
        String hook = hook("room", room.id());
        receiver.status(500);
        phase(room, "elaborate");
        phase(room, "vote");
        receiver.await(2);
        JsonNode failing = state(hook);
        assertEquals("failing", failing.get("state").asText());
        assertEquals(500, failing.at("/answers/0/status").asInt());
        assertEquals("refused", failing.at("/answers/0/reason").asText());
        assertTrue(failing.hasNonNull("nextTry") && failing.get("waiting").asInt() == 2, failing.toString());
        receiver.status(204);
        await("both are taken", () -> state(hook).get("waiting").asInt() == 0);
        assertEquals("working", state(hook).get("state").asText());
        List<Receiver.Told> told = receiver.told();
        List<Receiver.Told> taken =
                told.stream().filter(one -> one.answered() == 204).toList();
        assertEquals(
                List.of("elaborate", "vote"),
                taken.stream().map(one -> one.json().at("/data/phase").asText()).toList());
        assertEquals(
                1,
                told.stream()
                        .limit(told.size() - 1)
                        .map(Receiver.Told::id)
                        .distinct()
                        .count());
        assertEquals(told.get(0).body(), taken.get(0).body());
    }

    @Test
    @Tag("HK-4")
    void anAnswerThatGetsLostIsAskedForAgain() {
        Workshop room = workshop();
        String hook = hook("room", room.id());
        AtomicInteger times = new AtomicInteger();
        receiver.behave((exchange, status) -> {
            int time = times.incrementAndGet();
            if (time == 1) {
                exchange.close();
            } else if (time == 2) {
                // silence: longer than is waited
                Conditions.await("given up", Duration.ofSeconds(30), () -> times.get() > 2);
                exchange.close();
            } else {
                exchange.sendResponseHeaders(200, 200_000);
                exchange.getResponseBody().write(new byte[200_000]);
                exchange.close();
            }
        });
        phase(room, "elaborate");
        List<Receiver.Told> told = receiver.await(3);
        await("it is taken", () -> state(hook).get("waiting").asInt() == 0);
        assertEquals(1, told.stream().map(Receiver.Told::id).distinct().count());
        List<String> reasons = new ArrayList<>();
        state(hook)
                .get("answers")
                .forEach(answer -> reasons.add(answer.get("reason").asText()));
        assertEquals(List.of("ok", "slow", "away"), reasons);
        assertFalse(state(hook).toString().contains("\\u0000"), "bodies are not kept");
    }

    @Test
    @Tag("HK-7")
    void aRedirectIsNotFollowed() {
        Workshop room = workshop();
        String hook = hook("room", room.id());
        try (Receiver elsewhere = Receiver.start()) {
            receiver.behave((exchange, status) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url());
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            });
            phase(room, "elaborate");
            receiver.await(2);
            assertEquals("redirect", state(hook).at("/answers/0/reason").asText());
            assertEquals(List.of(), elsewhere.told());
        }
    }

    @Test
    @Tag("HK-5")
    @Tag("HK-6")
    void whatNeverAnswersIsPausedWhereOneSeesItAndGoesOnWhenOneSaysSo() {
        Workshop room = workshop();
        String hook = hook("room", room.id());
        receiver.status(503);
        phase(room, "elaborate");
        await("it is paused", () -> state(hook).get("state").asText().equals("paused"));
        int tries = receiver.told().size();
        assertTrue(tries >= 3, "tries: " + tries);
        assertEquals(1, state(hook).get("waiting").asInt());
        assertFalse(state(hook).hasNonNull("nextTry"));
        receiver.status(204);
        phase(room, "vote");
        assertEquals(1, state(hook).get("waiting").asInt(), "nothing is gathered while it is paused");
        assertEquals(
                "working",
                ORGANISER
                        .post("/hooks/" + hook + "/resume", Api.object())
                        .expect(200)
                        .get("state")
                        .asText());
        await("it is taken", () -> state(hook).get("waiting").asInt() == 0);
        assertEquals(tries + 1, receiver.told().size());
        receiver.status(410);
        phase(room, "results");
        await("410 pauses at once", () -> state(hook).get("state").asText().equals("paused"));
        assertEquals(tries + 2, receiver.told().size());
    }

    @Test
    @Tag("HK-8")
    void aDeletedOneHearsNothingMore() {
        Workshop room = workshop();
        String hook = hook("room", room.id());
        receiver.status(500);
        phase(room, "elaborate");
        receiver.await(1);
        ORGANISER.delete("/hooks/" + hook).expect(204);
        int heard = receiver.told().size();
        phase(room, "vote");
        String another = hook("room", room.id());
        receiver.status(204);
        phase(room, "results");
        await(
                "the other hears",
                () -> state(another).at("/answers/0/reason").asText().equals("ok"));
        assertEquals(
                List.of("results"),
                receiver.told().stream()
                        .skip(heard)
                        .map(one -> one.json().at("/data/phase").asText())
                        .filter(phase -> !phase.equals("elaborate"))
                        .toList());
        assertEquals("notFound", ORGANISER.get("/hooks/" + hook).problem(404));
    }

    @Test
    void manyActsOfManyRoomsAtOnceAllComeAndEachRoomsInItsOrder() {
        hook("events", List.of("phase"));
        List<Workshop> rooms = IntStream.range(0, 6).mapToObj(i -> workshop()).toList();
        List<String> phases = List.of("elaborate", "vote", "results", "collect");
        rooms.parallelStream().forEach(room -> phases.forEach(phase -> phase(room, phase)));
        List<Receiver.Told> told = receiver.await(rooms.size() * phases.size());
        for (Workshop room : rooms) {
            assertEquals(
                    phases,
                    told.stream()
                            .filter(one -> one.json().at("/data/room").asText().equals(room.id()))
                            .map(one -> one.json().at("/data/phase").asText())
                            .toList());
        }
        String waiting = "select count(*) from hook_waiting w join hook h on h.id = w.hook";
        await("nothing is left", () -> TestDatabase.ask(SERVER.databaseUrl(), waiting)
                .equals("0"));
    }

    @Test
    @Tag("HK-7")
    void theServersOwnNetworksAreClosed() {
        try (TestServer shipped = TestServer.start()) {
            Api organiser = Workshop.organiser(shipped.base());
            for (String host : List.of(
                    "127.0.0.1",
                    "localhost",
                    "[::1]",
                    "[::ffff:127.0.0.1]",
                    "[fe80::1]",
                    "[fd00::1]",
                    "[::ffff:a00:1]",
                    "10.0.0.1",
                    "169.254.169.254",
                    "0.0.0.0",
                    "100.64.0.1")) {
                for (String scheme : List.of("http://", "https://")) {
                    Api.Answer answer = organiser.post("/hooks", Api.object("url", scheme + host + ":9/x"));
                    assertEquals("hookAddress", answer.problem(422), scheme + host);
                    assertTrue(answer.body().contains("internen Netz"), answer.body());
                }
            }
            assertEquals(0, organiser.get("/hooks").expect(200).size());
        }
        try (TestServer once = TestServer.start(Receiver.QUICK, Receiver.ALLOWED)) {
            Api organiser = Workshop.organiser(once.base());
            String hook = organiser
                    .post("/hooks", Api.object("url", receiver.url()))
                    .expect(201)
                    .get("id")
                    .asText();
            TestDatabase.execute(once.databaseUrl(), "update hook set url = replace(url, '127.0.0.1', 'localhost')");
            assertEquals(
                    "internal",
                    organiser
                            .post("/hooks/" + hook + "/probe", Api.object())
                            .expect(200)
                            .get("reason")
                            .asText(),
                    "what the name leads to is looked at each time");
            assertEquals(List.of(), receiver.told());
        }
    }

    @Test
    @Tag("HK-1")
    void theSecretIsShownOnceAndKeptSealed() throws SQLException {
        String mark = UUID.randomUUID().toString();
        Map<String, Object> body = Api.object("url", receiver.url());
        JsonNode made = ORGANISER.under(mark).post("/hooks", body).expect(201);
        hooks.add(made.get("id").asText());
        String secret = made.get("secret").asText();
        assertTrue(secret.startsWith("whsec_"), secret);
        assertEquals(
                made.get("secret"),
                ORGANISER.under(mark).post("/hooks", body).expect(201).get("secret"),
                "a lost answer is no lost secret");
        assertEquals(1, ORGANISER.get("/hooks").expect(200).size());
        String later = ORGANISER.get("/hooks").body() + state(made.get("id").asText());
        assertFalse(later.contains("secret") || later.contains(secret), later);
        byte[] bytes = Base64.getDecoder().decode(secret.substring(6));
        try (Connection connection = TestDatabase.connect(SERVER.databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select secret from hook")) {
            rows.next();
            String kept = new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
            assertFalse(kept.contains(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        JsonNode own = ORGANISER
                .post("/hooks", Api.object("url", receiver.url(), "secret", SECRET))
                .expect(201);
        hooks.add(own.get("id").asText());
        assertFalse(own.has("secret"), "who brought it has it");
    }

    @Test
    @Tag("HK-1")
    void whatCannotBeIsRefused() {
        var wrong = new HashSet<String>();
        for (String url :
                List.of("", "kalender", "ftp://a.example/", "https://a:b@a.example/", "https://a.example/#x")) {
            wrong.add(ORGANISER.post("/hooks", Api.object("url", url)).problem(422));
        }
        assertEquals(Set.of("invalid", "hookAddress"), wrong);
        for (Object body : List.of(
                Api.object("url", receiver.url(), "secret", "whsec_kurz"),
                Api.object("url", receiver.url(), "secret", "x".repeat(40)),
                Api.object("url", receiver.url(), "events", List.of()),
                Api.object("url", receiver.url(), "events", List.of("pollCreated")),
                Api.object("url", receiver.url(), "events", "phase"),
                Api.object("url", receiver.url(), "room", "hier"))) {
            assertEquals("invalid", ORGANISER.post("/hooks", body).problem(422));
        }
        assertEquals(List.of(), receiver.told());
        assertEquals(
                "notFound",
                ORGANISER
                        .post("/hooks/" + ServerTest.NOWHERE + "/probe", Api.object())
                        .problem(404));
        assertEquals(
                "notFound",
                ORGANISER
                        .post("/hooks/" + ServerTest.NOWHERE + "/resume", Api.object())
                        .problem(404));
        assertEquals(
                "notFound", ORGANISER.delete("/hooks/" + ServerTest.NOWHERE).problem(404));
    }
}
