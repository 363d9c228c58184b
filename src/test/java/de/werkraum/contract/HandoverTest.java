package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Radicale;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dated steps in a real calendar SERVER. */
class HandoverTest {
    private static final String OTHERS = String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Anna//Zettel//DE",
            "BEGIN:VTODO",
            "UID:annas-eigene",
            "DTSTAMP:20261101T080000Z",
            "SUMMARY:Annas eigene Aufgabe",
            "END:VTODO",
            "END:VCALENDAR",
            "");

    private static final TestServer SERVER =
            TestServer.start(Map.of(), Map.of("WERKRAUM_HANDOVER_HOSTS", "kalender.example, 127.0.0.1"));
    private final Workshop room = Workshop.open(SERVER.base());
    private Radicale radicale;

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @BeforeEach
    void startCalendar() {
        radicale = Radicale.start();
    }

    @AfterEach
    void stopCalendar() {
        radicale.close();
    }

    @Test
    void whatIsHandedOverAgainIsNotThereTwice() {
        radicale.put("eigene.ics", OTHERS);
        plan(
                step("a", "Muster prüfen; Amt, Land", "2027-01-29"),
                step("b", "Umlage", "2027-02-01"),
                step("c", "Ohne", null));
        assertDone(handOver(), 2, 0, 0, 0);
        assertEquals(3, radicale.objects().size());
        assertDone(handOver(), 0, 0, 2, 0);
        assertEquals(3, radicale.objects().size());

        plan(step("a", "Muster prüfen", "2027-03-01"), step("b", "Umlage", "2027-02-01"));
        assertDone(handOver(), 0, 1, 1, 0);
        assertTrue(object("SUMMARY:Muster prüfen").contains("20270301"), "the step's new date");

        plan(step("b", "Umlage", "2027-02-01"), step("d", "Neu", "2027-04-01"));
        assertDone(handOver(), 1, 1, 1, 0);
        assertTrue(object("SUMMARY:Muster prüfen").contains("STATUS:CANCELLED"), "its step was dropped");
        plan(step("a", "Muster prüfen", null), step("b", "Umlage", "2027-02-01"), step("d", "Neu", "2027-04-01"));
        assertDone(handOver(), 0, 0, 2, 1);
        assertEquals(3, radicale.objects().size());
        assertTrue(
                radicale.objects().stream().noneMatch(object -> object.contains("Muster")),
                "its step has no date any more");
        assertTrue(object("Annas eigene").contains("annas-eigene"), "what isn't ours stays");
    }

    @Test
    void whatPeopleDidInTheirCalendarStaysUntilTheStepChanges() {
        plan(step("a", "Umlage", "2027-02-01"));
        assertDone(handOver(), 1, 0, 0, 0);
        String ours = object("SUMMARY:Umlage");
        radicale.replace(ours.replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED"));
        assertDone(handOver(), 0, 0, 1, 0);
        assertTrue(object("SUMMARY:Umlage").contains("STATUS:COMPLETED"));
        plan(step("a", "Umlage beschließen", "2027-02-01"));
        assertDone(handOver(), 0, 1, 0, 0);
        assertTrue(object("SUMMARY:Umlage beschließen").contains("STATUS:NEEDS-ACTION"));
        assertEquals(1, radicale.objects().size());
    }

    @Test
    void whatGoesWrongIsToldAndThePasswordIsNot() {
        plan(step("a", "Umlage", "2027-02-01"));
        String here = radicale.collection().toString();
        assertEquals("handoverLogin", refused(here, "falsch-und-geheim"));
        assertEquals("handoverCollection", refused(here + "nirgends/", Radicale.PASSWORD));
        assertEquals(
                "handoverCollection",
                refused(radicale.collection().resolve("..").toString(), Radicale.PASSWORD));
        assertEquals("handoverAddress", refused("kalender", Radicale.PASSWORD));
        assertEquals("handoverAddress", refused(here.replace("127.0.0.1", "localhost"), Radicale.PASSWORD));
        radicale.close();
        assertEquals("handoverAway", refused(here, Radicale.PASSWORD));
        String audit = room.organiser().get(room.path() + "/audit").body();
        assertFalse(audit.contains(Radicale.PASSWORD) || audit.contains("geheim"), audit);
        assertEquals(
                "notModerator",
                room.participant("Paula")
                        .api()
                        .post(room.path() + "/handover", login(here, "x"))
                        .problem(403));
        assertEquals(
                "invalid",
                room.organiser()
                        .post(room.path() + "/handover", Api.object("url", here))
                        .problem(422));
    }

    @Test
    void internalNetworksAreClosedUnlessTheOperatorOpensThem() {
        try (TestServer shipped = TestServer.start()) {
            Workshop other = Workshop.open(shipped.base());
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "2130706433")) {
                for (String scheme : List.of("http://", "https://")) {
                    Api.Answer answer = other.organiser()
                            .post(other.path() + "/handover", login(scheme + host + ":9/", Radicale.PASSWORD));
                    assertEquals("handoverAddress", answer.problem(422), scheme + host);
                    assertTrue(answer.body().contains("internen Netz") || host.equals("2130706433"), answer.body());
                }
            }
        }
    }

    private JsonNode handOver() {
        return room.organiser()
                .post(room.path() + "/handover", login(radicale.collection().toString(), Radicale.PASSWORD))
                .expect(200);
    }

    private String refused(String url, String password) {
        Api.Answer answer = room.organiser().post(room.path() + "/handover", login(url, password));
        assertFalse(answer.body().contains(password), answer.body());
        assertTrue(Api.parse(answer.body()).at("/sentence/de").asText().endsWith("."), answer.body());
        return answer.problem(422);
    }

    private static Object login(String url, String password) {
        return Api.object("url", url, "user", Radicale.USER, "password", password);
    }

    private String object(String text) {
        return radicale.objects().stream()
                .filter(object -> object.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in " + radicale.objects()));
    }

    private static void assertDone(JsonNode done, int made, int changed, int unchanged, int removed) {
        Object expected = Api.object(
                "made", made, "changed", changed, "unchanged", unchanged, "removed", removed, "failed", List.of());
        assertEquals(Api.parse(Api.json(expected)), done);
    }

    private void plan(Object... steps) {
        room.organiser()
                .put(room.path() + "/plan", Api.object("steps", List.of(steps)))
                .expect(200);
    }

    private static Object step(String id, String title, @Nullable String due) {
        return due == null ? Api.object("id", id, "title", title) : Api.object("id", id, "title", title, "due", due);
    }
}
