package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an event came to, for everybody who knows the address. */
class PublishTest extends ServerTest {
    /** One session with a step that Anna Berg is in charge of, and what nobody outside may read. */
    private Congress congress(Api organiser) {
        Congress congress = Congress.open(
                organiser, Congress.bare(organiser, object("title", "Registerkongress")), object("title", "Wohngeld"));
        nobody().post(
                        "/join",
                        object(
                                "code",
                                congress.code(0, "participant"),
                                "name",
                                "Anna Berg",
                                "organisation",
                                "Stadt Kronau"))
                .expect(200);
        Object comment = object("id", "k", "member", NOWHERE, "name", "Bodo Busch", "text", "Unter uns", "done", false);
        Object step = object(
                "id",
                "a",
                "title",
                "Antrag kürzen",
                "status",
                "agreed",
                "responsible",
                "Anna Berg, Kämmerei",
                "supporters",
                List.of("Bodo Busch"),
                "reports",
                List.of(object("session", "Bodo Busch", "at", "2026-11-23T12:00:00Z", "status", "done")),
                "comments",
                List.of(comment));
        organiser
                .put(congress.roomPath(0) + "/plan", object("minutes", "Vertraulich", "steps", List.of(step)))
                .expect(200);
        return congress;
    }

    private static String secret(JsonNode published) {
        URI url = URI.create(published.get("url").asText());
        assertEquals("/results.html", url.getPath());
        return url.getFragment();
    }

    private JsonNode publish(Api organiser, Congress congress, Object wish) {
        return organiser.post(congress.path() + "/publish", wish).expect(201);
    }

    @Test
    @Tag("Z-4")
    void everybodyWhoKnowsTheAddressReadsUntilItIsWithdrawn() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        assertFalse(organiser
                .get(congress.path() + "/publish")
                .expect(200)
                .get("published")
                .asBoolean());
        String secret = secret(publish(organiser, congress, object()));
        JsonNode seen = nobody().get("/results/" + secret).expect(200);
        assertEquals("Antrag kürzen", seen.at("/sessions/0/plan/steps/0/title").asText());
        assertEquals(200, nobody().get("/results/" + secret + "/pdf").status());
        JsonNode told = organiser.get(congress.path() + "/publish").expect(200);
        assertTrue(told.get("published").asBoolean() && !told.has("url"), told.toString());
        organiser.delete(congress.path() + "/publish").expect(204);
        nobody().get("/results/" + secret).problem(404);
        nobody().get("/results/" + secret + "/pdf").problem(404);
        organiser.delete(congress.path() + "/publish").problem(404);
    }

    @Test
    @Tag("Z-5")
    void whatIsNotForEverybodyIsInNoPartOfIt() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        String secret = secret(publish(organiser, congress, object()));
        for (String path : List.of("", "/md", "/csv", "/json", "/ics")) {
            String body = nobody().get("/results/" + secret + path).body();
            for (String hidden : List.of("Anna Berg", "Bodo Busch", "Unter uns", "Vertraulich")) {
                assertFalse(body.contains(hidden), path + " tells " + hidden + ": " + body);
            }
        }
        String page = nobody().get("/results/" + secret).body();
        assertTrue(page.contains("Stadt Kronau, Kämmerei"), page);
        String named = secret(publish(organiser, congress, object("names", true)));
        String whole = nobody().get("/results/" + named).body();
        assertTrue(whole.contains("Anna Berg, Kämmerei") && !whole.contains("Bodo Busch"), whole);
    }

    /** Somebody who never was in the plenary, where its step was collected to. */
    @Test
    @Tag("Z-5")
    @Tag("Z-9")
    void whoIsNamedInACollectedStepIsNotForEverybodyAndGoesWithItsName() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        Object origin = object(
                "room",
                congress.room(0),
                "roomTitle",
                "Wohngeld",
                "step",
                "a",
                "title",
                "Antrag kürzen",
                "responsible",
                "Anna Berg",
                "at",
                "2026-11-23T12:00:00Z");
        Object step = object(
                "id",
                "p",
                "title",
                "Anträge kürzen",
                "status",
                "agreed",
                "responsible",
                "Anna Berg",
                "origins",
                List.of(origin));
        organiser
                .put(congress.plenary() + "/plan", object("steps", List.of(step)))
                .expect(200);
        String secret = secret(publish(organiser, congress, object()));
        for (String path : List.of("", "/md", "/csv", "/json")) {
            String body = nobody().get("/results/" + secret + path).body();
            assertFalse(body.contains("Anna Berg"), path + " tells: " + body);
        }
        String anna = organiser
                .get(congress.roomPath(0) + "/members")
                .expect(200)
                .at("/0/id")
                .asText();
        organiser
                .delete(congress.roomPath(0) + "/members/" + anna + "?erase=true")
                .expect(204);
        for (String room : List.of(congress.plenary(), congress.roomPath(0))) {
            String plan = organiser.get(room + "/plan").body();
            assertFalse(plan.contains("Anna Berg"), plan);
            assertTrue(plan.contains("Stadt Kronau"), plan);
        }
    }

    @Test
    @Tag("Z-5")
    void aTallyThatIsHiddenStaysHidden() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        String room = congress.roomPath(0);
        Object settings = object("reveal", "moderator", "minBallots", 3);
        Poll.open(organiser, room, object("question", "Wie?", "method", "consent", "settings", settings))
                .close();
        String secret = secret(publish(organiser, congress, object()));
        JsonNode seen = nobody().get("/results/" + secret).expect(200);
        assertEquals("Wie?", seen.at("/sessions/0/plan/polls/0/question").asText());
        assertTrue(seen.at("/sessions/0/plan/polls/0/tally").isMissingNode(), seen.toString());
    }

    @Test
    @Tag("Z-4")
    void publishedAnewItHasAnotherAddressAndALostAnswerComesAgain() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        String first = secret(publish(organiser, congress, object()));
        Api marked = organiser.under(UUID.randomUUID().toString());
        String second = secret(publish(marked, congress, object("downloads", false)));
        assertEquals(second, secret(publish(marked, congress, object("downloads", false))));
        assertNotEquals(first, second);
        nobody().get("/results/" + first).problem(404);
        nobody().get("/results/" + second).expect(200);
        nobody().get("/results/" + second + "/pdf").problem(404);
    }

    @Test
    @Tag("Z-4")
    void onlyOrganisersPublishAlsoThoseOfThisEventAlone() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        Api olga = nobody().join(congress.eventCode(organiser, "organiser"), "Olga Ost");
        publish(olga, congress, object());
        assertEquals(
                "Olga Ost",
                organiser
                        .get(congress.path() + "/publish")
                        .expect(200)
                        .at("/by/name")
                        .asText());
        Congress other = congress(organiser);
        olga.post(other.path() + "/publish", object()).problem(403);
        nobody().post(congress.path() + "/publish", object()).problem(401);
    }

    @Test
    @Tag("Z-5")
    @Tag("J-9")
    void whoHasLeftIsNotNamedEitherAndGoesFromWhatWasTakenOut() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        String members = congress.roomPath(0) + "/members/";
        String anna = organiser.get(members).expect(200).at("/0/id").asText();
        organiser.delete(members + anna).expect(204);
        String secret = secret(publish(organiser, congress, object()));
        assertFalse(nobody().get("/results/" + secret).body().contains("Anna Berg"));
        organiser
                .post(congress.roomPath(0) + "/versions", object("name", "Stand"))
                .expect(201);
        organiser
                .put(congress.roomPath(0) + "/plan", object("steps", List.of()))
                .expect(200);
        organiser.delete(members + anna + "?erase=true").expect(204);
        JsonNode version =
                organiser.get(congress.roomPath(0) + "/versions").expect(200).get(0);
        String kept = organiser
                .get(congress.roomPath(0) + "/versions/" + version.get("id").asText())
                .body();
        assertTrue(kept.contains("Antrag") && !kept.contains("Anna Berg"), kept);
    }
}
