package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept about somebody: told to whom it concerns, and erased wherever it is. */
class PersonalTest extends ServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String NAME = "Xaver Quendel";
    private static final String AUTHORITY = "Amt Quarzbichl";

    private static Object step(Workshop.Person author) {
        Object comment =
                object("id", "k1", "member", author.id(), "name", author.name(), "text", "Das geht.", "done", false);
        return object("id", "eins", "title", "Der erste", "rank", "a0", "comments", List.of(comment));
    }

    /** Rows of the product's tables in which the text stands, in whatever column. */
    private List<String> rowsWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(server.databaseUrl());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'werkraum'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                // A row as text has bytea as hexadecimal digits.
                String sql = "select count(*) from " + table + " t where strpos(t::text, '" + text
                        + "') > 0 or strpos(t::text, encode(convert_to('" + text + "', 'UTF8'), 'hex')) > 0";
                try (ResultSet rows = statement.executeQuery(sql)) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private Workshop.Person join(Workshop workshop) {
        JsonNode answer = nobody().post(
                        "/join", object("code", workshop.code("participant"), "name", NAME, "organisation", AUTHORITY))
                .expect(200);
        return new Workshop.Person(
                answer.at("/member/id").asText(),
                NAME,
                nobody().as(answer.get("token").asText()));
    }

    private static void fill(Workshop workshop, Workshop.Person moderator, Workshop.Person guest) {
        Api api = moderator.api();
        api.put(workshop.path() + "/plan", object("goal", "Ein Ziel", "steps", List.of(step(guest))))
                .expect(200);
        api.post(workshop.path() + "/versions", object("name", "Stand")).expect(201);
        Poll open = Poll.open(workshop, api, Poll.consent(object("secret", false)));
        open.say(guest.api(), "yes").expect(200);
        api.post(open.path() + "/close", object()).expect(200);
    }

    @Test
    @Tag("J-8")
    void everythingKeptIsToldToOneselfAndToModerators() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person guest = join(workshop);
        fill(workshop, moderator, guest);
        Poll secret = Poll.open(workshop, moderator.api(), Poll.consent(object()));
        secret.say(guest.api(), "no").expect(200);
        moderator
                .api()
                .patch(workshop.path() + "/members/" + guest.id(), object("role", "moderator"))
                .expect(200);
        moderator
                .api()
                .patch(workshop.path() + "/members/" + guest.id(), object("role", "participant"))
                .expect(200);
        String path = workshop.path() + "/members/" + guest.id() + "/data";

        JsonNode own = guest.api().get(path).expect(200);
        assertEquals(NAME, own.at("/member/name").asText());
        assertEquals(AUTHORITY, own.at("/member/organisation").asText());
        assertEquals("Das geht.", own.at("/comments/0/text").asText());
        assertEquals(2, own.get("polls").size());
        assertEquals("no", own.at("/polls/1/choices/" + secret.options().get(0)).asText());
        assertEquals(
                "yes",
                own.at("/polls/0/choices").elements().next().asText(),
                "what stands beside the name in a closed open poll");
        assertTrue(own.at("/polls/0/voted").asBoolean());
        assertEquals(1, own.get("versions").size());
        assertEquals("memberRole", own.at("/audit/0/act").asText());

        JsonNode told = moderator.api().get(path).expect(200);
        assertEquals(NAME, told.at("/member/name").asText());
        assertTrue(told.at("/polls/1/choices").isMissingNode(), "a secret choice is one's own");
        assertTrue(told.at("/polls/1/receipt").isMissingNode());
        assertTrue(told.at("/polls/1/voted").isMissingNode(), "too few have voted to say who is missing");
        assertEquals(
                "memberDataRead",
                moderator
                        .api()
                        .get(workshop.path() + "/audit")
                        .expect(200)
                        .at("/0/act")
                        .asText());

        Workshop.Person other = workshop.participant("Otto");
        assertEquals("notModerator", other.api().get(path).problem(403));
        assertEquals(
                "notModerator",
                other.api()
                        .delete(workshop.path() + "/members/" + guest.id() + "?erase=true")
                        .problem(403));
        assertEquals(
                "notFound",
                moderator
                        .api()
                        .get(workshop.path() + "/members/" + NOWHERE + "/data")
                        .problem(404));
    }

    /** A single-use code that the guest takes beside the shared one. */
    private static String personalCode(Workshop workshop, Workshop.Person moderator, Workshop.Person guest) {
        String code = moderator
                .api()
                .post(workshop.path() + "/codes", object("role", "participant", "count", 1))
                .expect(201)
                .at("/codes/0")
                .asText();
        guest.api()
                .post("/join", object("code", code, "name", NAME, "organisation", AUTHORITY))
                .expect(200);
        return code;
    }

    @Test
    @Tag("J-9")
    void erasingLeavesTheNameNowhere() throws SQLException {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person guest = join(workshop);
        fill(workshop, moderator, guest);
        Poll open = Poll.open(workshop, moderator.api(), Poll.consent(object("secret", false)));
        open.say(guest.api(), "yes").expect(200);
        String single = personalCode(workshop, moderator, guest);
        PlanClient tab = PlanClient.open(guest.api(), workshop.path());
        assertFalse(rowsWith(NAME).isEmpty(), "it is there before");

        guest.api()
                .delete(workshop.path() + "/members/" + guest.id() + "?erase=true")
                .expect(204);

        assertEquals(List.of(), rowsWith(NAME));
        assertEquals(List.of(), rowsWith(AUTHORITY));
        assertEquals(List.of(), rowsWith(single), "a list on paper may say whose it was");
        nobody().post("/join", object("code", single, "name", "Nachfolger")).problem(404);
        Conditions.await("the socket is closed", LIMIT, () -> tab.closedWith() == 4403);
        guest.api().get(workshop.path() + "/plan").problem(401);
        JsonNode plan = moderator.api().get(workshop.path() + "/plan").expect(200);
        assertEquals("Das geht.", plan.at("/steps/0/comments/0/text").asText(), "what was written stays");
        assertEquals("", plan.at("/steps/0/comments/0/name").asText());
        JsonNode polls = moderator.api().get(workshop.path() + "/polls").expect(200);
        assertEquals(1, polls.at("/0/tally/cast").asInt(), "what was counted stays");
        assertEquals("", polls.at("/0/ballots/0/name").asText());
        assertEquals(0, polls.at("/1/cast").asInt(), "an open poll loses the ballot");
        JsonNode erased =
                moderator.api().get(workshop.path() + "/audit").expect(200).get(0);
        assertEquals("memberErased", erased.get("act").asText());
        assertEquals("", erased.at("/by/name").asText());
        moderator
                .api()
                .delete(workshop.path() + "/members/" + guest.id() + "?erase=true")
                .expect(204);

        server.restart();
        Api again = nobody().as(moderator.api().token());
        JsonNode loaded = again.get(workshop.path() + "/plan").expect(200);
        assertEquals("Ein Ziel", loaded.get("goal").asText());
        assertEquals("", loaded.at("/steps/0/comments/0/name").asText());
    }
}
