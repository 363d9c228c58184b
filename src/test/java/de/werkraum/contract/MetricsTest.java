package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Exposition;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /metrics}: what is counted, and that it names nobody. */
class MetricsTest extends ServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Exposition metrics() {
        return Exposition.read(nobody().get("/metrics").body());
    }

    private void awaitsMore(Exposition before, String sample, double more) {
        Conditions.await(sample + " grows by " + more, LIMIT, () -> metrics().sum(sample) - before.sum(sample) >= more);
    }

    @Test
    void theTextIsPrometheusText() {
        Api.Answer answer = nobody().get("/metrics");
        assertEquals(200, answer.status());
        assertTrue(answer.contentType().startsWith("text/plain; version=0.0.4"), answer.contentType());
        Map<String, String> types = Exposition.read(answer.body()).types();
        assertEquals("gauge", types.get("werkraum_rooms"));
        assertEquals("counter", types.get("werkraum_updates_total"));
        assertEquals("histogram", types.get("werkraum_fanout_lag_seconds"));
        assertEquals("histogram", types.get("werkraum_commit_seconds"));
        assertEquals("gauge", types.get("werkraum_journal_bytes"));
        assertTrue(types.containsKey("jvm_memory_used_bytes"), "the JVM's own");
        assertTrue(types.containsKey("jvm_gc_collection_seconds"), "the JVM's own");
    }

    @Test
    void whatWakesTheOperatorIsThereBeforeItHappens() {
        String text = nobody().get("/metrics").body();
        for (String series : List.of(
                "werkraum_problems_total{code=\"internal\",status=\"500\"} 0",
                "werkraum_problems_total{code=\"unavailable\",status=\"503\"}",
                "werkraum_goodbyes_total{reason=\"internal\"} 0",
                "werkraum_goodbyes_total{reason=\"slow_reader\"} 0",
                "werkraum_goodbyes_total{reason=\"flooding\"} 0",
                "werkraum_snapshots_total{outcome=\"failed\"} 0")) {
            assertTrue(text.contains(series), series);
        }
    }

    @Test
    void editsAndTheirDeliveriesAreCounted() {
        Exposition before = metrics();
        Workshop workshop = workshop();
        int readers = 3;
        List<PlanClient> clients = new ArrayList<>();
        for (int i = 0; i < readers + 1; i++) {
            clients.add(PlanClient.open(workshop.participant("Person " + i).api(), workshop.path()));
        }
        awaitsMore(before, "werkraum_connections", readers + 1);
        assertTrue(metrics().sum("werkraum_rooms") >= 1);
        int edits = 20;
        for (int i = 0; i < edits; i++) {
            clients.get(0).edit(doc -> doc.getText("goal").insert(0, "x"));
        }
        clients.forEach(client ->
                client.awaits("all edits", doc -> doc.getText("goal").toString().length() >= edits));
        awaitsMore(before, "werkraum_updates_total", edits);
        awaitsMore(before, "werkraum_deliveries_total{kind=\"edit\"}", edits * readers);
        awaitsMore(before, "werkraum_fanout_lag_seconds_count", 1);
        awaitsMore(before, "werkraum_commit_updates_sum", edits);
        awaitsMore(before, "werkraum_sent_bytes_total", edits * readers);
        Conditions.await("the journal is empty", LIMIT, () -> metrics().sum("werkraum_journal_updates") == 0);
        Exposition after = metrics();
        assertEquals(0, after.sum("werkraum_journal_bytes"));
        assertEquals(0, after.sum("werkraum_journal_oldest_seconds"));
        assertEquals(1, after.sum("werkraum_storage_ok"));
        clients.forEach(PlanClient::close);
        Conditions.await(
                "the connections are gone",
                LIMIT,
                () -> metrics().sum("werkraum_connections") <= before.sum("werkraum_connections"));
    }

    @Test
    void refusalsAndGoodbyesAreCounted() {
        Exposition before = metrics();
        Workshop workshop = workshop();
        PlanClient viewer = PlanClient.open(workshop.viewer("Beamer").api(), workshop.path());
        viewer.edit(doc -> doc.getText("goal").insert(0, "x"));
        awaitsMore(before, "werkraum_refused_updates_total", 1);
        viewer.send(new byte[] {0, 2, 9});
        awaitsMore(before, "werkraum_goodbyes_total{reason=\"malformed\"}", 1);
        nobody().post("/join", object("code", "AAAAAAAA", "name", "Wer")).problem(404);
        assertTrue(metrics().sum("werkraum_problems_total{code=\"notFound\",status=\"404\"}")
                > before.sum("werkraum_problems_total{code=\"notFound\",status=\"404\"}"));
    }

    @Test
    void ballotsAreCountedForTheWholeServerAndNobodyIsNamed() {
        Exposition before = metrics();
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha Moderation");
        Workshop.Person voter = workshop.participant("Volker Votum");
        JsonNode poll = moderator
                .api()
                .post(workshop.path() + "/polls", object("question", "Geheimfrage?", "method", "fist"))
                .expect(201);
        String path = workshop.path() + "/polls/" + poll.get("id").asText();
        moderator.api().post(path + "/open", object()).expect(200);
        awaitsMore(before, "werkraum_polls_open", 1);
        voter.api().put(path + "/ballot", object("choices", 4)).expect(200);
        awaitsMore(before, "werkraum_ballots_total", 1);
        moderator.api().post(path + "/close", object()).expect(200);
        Conditions.await(
                "the poll is open no more",
                LIMIT,
                () -> metrics().sum("werkraum_polls_open") <= before.sum("werkraum_polls_open"));
        String text = nobody().get("/metrics").body();
        for (String secret : List.of(
                "Metha",
                "Volker",
                "Geheimfrage",
                "fist",
                workshop.id(),
                voter.id(),
                poll.get("id").asText())) {
            assertFalse(text.contains(secret), secret);
        }
    }
}
