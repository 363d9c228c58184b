package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
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

/** Who sees a tally when, and what a secret poll keeps from everyone. */
class RevealTest extends ServerTest {
    RevealTest() {
        super(DOCUMENTS_APART);
    }

    @Test
    @Tag("V-12")
    void liveShowsAtOnce() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Api screen = workshop.viewer("Leinwand").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false, "reveal", "live")));
        poll.say(paula, "yes").expect(200);
        awaitTally(poll, screen);
        JsonNode seen = poll.seenBy(screen);
        assertEquals(
                1,
                seen.get("tally")
                        .get("options")
                        .get(poll.options().get(0))
                        .get("yes")
                        .asInt());
        assertEquals("Paula", seen.get("ballots").get(0).get("name").asText());
    }

    @Test
    void ownShowsToThoseWhoHaveVoted() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Api otto = workshop.participant("Otto").api();
        Api screen = workshop.viewer("Leinwand").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false, "reveal", "own")));
        poll.say(paula, "yes").expect(200);
        awaitTally(poll, paula);
        assertFalse(poll.seenBy(otto).hasNonNull("tally"));
        assertFalse(poll.seenBy(screen).hasNonNull("tally"));
        poll.close();
        assertTrue(poll.seenBy(screen).hasNonNull("tally"));
        assertTrue(poll.seenBy(otto).hasNonNull("tally"));
    }

    @Test
    void moderatorKeepsItUntilRevealed() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false, "reveal", "moderator")));
        poll.say(paula, "yes").expect(200);
        poll.act("reveal").problem(409);
        assertFalse(poll.seenBy(moderator).hasNonNull("tally"));
        assertTrue(poll.close().hasNonNull("tally"));
        assertFalse(poll.seenBy(paula).hasNonNull("tally"));
        assertFalse(poll.seenBy(paula).hasNonNull("ballots"));
        poll.act("reveal").expect(200);
        assertTrue(poll.seenBy(paula).hasNonNull("tally"));
    }

    @Test
    @Tag("V-14")
    void aSecretPollBelowItsSmallestNumberTellsNothing() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Poll poll;
        List<Api> people = people(workshop, 4);
        poll = Poll.open(workshop, moderator, Poll.consent(object("reveal", "live")));
        poll.say(people.get(0), "yes").expect(200);
        poll.say(people.get(1), "no").expect(200);
        assertFalse(poll.seenBy(moderator).hasNonNull("tally"));
        JsonNode closed = poll.close();
        assertEquals("minBallots", closed.get("withheld").asText());
        for (String hidden : new String[] {"tally", "receipts", "ballots"}) {
            assertFalse(closed.hasNonNull(hidden), hidden + " in " + closed);
            assertFalse(poll.seenBy(people.get(0)).hasNonNull(hidden), hidden);
        }
        assertFalse(workshop.organiser()
                .get(workshop.path() + "/export/json")
                .body()
                .contains("\"yes\":1"));
    }

    @Test
    @Tag("V-12")
    @Tag("V-13")
    void aSecretPollListsReceiptsAndNoNames() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        List<Api> people = people(workshop, 3);
        Poll poll = Poll.open(workshop, moderator, Poll.dots(3, object("budget", 3, "maxPerOption", 3)));
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Object choices = object(poll.options().get(i), 2, poll.options().get((i + 1) % 3), 0);
            String receipt =
                    poll.cast(people.get(i), choices).expect(200).get("receipt").asText();
            assertEquals(
                    receipt,
                    poll.cast(people.get(i), choices).expect(200).get("receipt").asText());
            receipts.add(receipt);
        }
        assertEquals(
                receipts.get(1),
                poll.seenBy(people.get(1)).get("mine").get("receipt").asText());
        JsonNode closed = poll.close();
        assertFalse(closed.hasNonNull("ballots"));
        assertEquals(3, closed.get("receipts").size());
        for (int i = 0; i < 3; i++) {
            JsonNode found = listed(closed, receipts.get(i));
            assertEquals(1, found.get("choices").size(), "no zero dots: " + found);
            assertEquals(2, found.get("choices").get(poll.options().get(i)).asInt());
        }
        String export = moderator.get(workshop.path() + "/export/json").body();
        assertFalse(export.contains(receipts.get(0)), "an export of a secret poll holds receipts");
    }

    @Test
    @Tag("V-13")
    void afterClosingNothingInTheDatabaseLinksMembersToBallots() throws SQLException {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        List<Workshop.Person> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(workshop.participant("Person " + i));
        }
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object()));
        List<String> marks = new ArrayList<>(poll.options());
        for (int i = 0; i < 5; i++) {
            String word = i % 2 == 0 ? "yes" : "no";
            marks.add(poll.say(people.get(i).api(), word)
                    .expect(200)
                    .get("receipt")
                    .asText());
        }
        poll.close();
        List<String> members = people.stream().map(Workshop.Person::id).toList();
        try (Connection connection = TestDatabase.connect(server.databaseUrl());
                Statement statement = connection.createStatement()) {
            for (String row : everyRow(statement)) {
                boolean ofMember = members.stream().anyMatch(row::contains);
                boolean ofBallot = marks.stream().anyMatch(row::contains);
                assertFalse(ofMember && ofBallot, row);
            }
            String table = "ballot_" + poll.id().replace("-", "");
            assertEquals(
                    "0",
                    one(statement, "select count(*) from pg_class where relname = '" + table + "'"),
                    "the table of its ballots is still there");
            assertEquals(
                    "1",
                    one(
                            statement,
                            "select count(distinct xmin::text) from poll_voter where poll = '" + poll.id() + "'"),
                    "the marks of who has voted were written at different times");
        }
    }

    /** Running tallies are renewed at most ten times a second. */
    private static void awaitTally(Poll poll, Api who) {
        Conditions.await(
                "a tally", Duration.ofSeconds(20), () -> poll.seenBy(who).hasNonNull("tally"));
    }

    private static JsonNode listed(JsonNode poll, String receipt) {
        for (JsonNode each : poll.get("receipts")) {
            if (each.get("receipt").asText().equals(receipt)) {
                return each;
            }
        }
        throw new AssertionError(receipt + " is not listed");
    }

    /** Every row of every table, with the table's name. */
    private static List<String> everyRow(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        String query = "select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname not in ('pg_catalog', 'information_schema')";
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        List<String> all = new ArrayList<>();
        for (String table : tables) {
            try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    all.add(table + " " + rows.getString(1));
                }
            }
        }
        assertTrue(all.size() > 10, "the database can't be empty");
        return all;
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<Api> people(Workshop workshop, int count) {
        List<Api> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(workshop.participant("Person " + i).api());
        }
        return people;
    }
}
