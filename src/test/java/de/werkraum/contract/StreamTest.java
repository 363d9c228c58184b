package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Server-Sent Events: the whole picture first, then changes in the same shape. */
class StreamTest extends ServerTest {
    @Test
    void aScreenHearsTheRoomThePollsAndThePlan() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        StreamEar screen = listen(workshop, workshop.viewer("Leinwand").api());
        assertEquals(200, screen.response.statusCode());
        assertTrue(
                screen.response.headers().firstValue("content-type").orElse("").startsWith("text/event-stream"));
        JsonNode room = screen.hears("room", event -> true);
        assertEquals(
                "collect",
                (room.has("room") ? room.get("room") : room).get("phase").asText());
        moderator.patch(workshop.path(), object("phase", "vote")).expect(200);
        screen.hears("room", event -> event.toString().contains("\"vote\""));
        moderator.put(workshop.path() + "/plan", object("title", "Neu", "steps", List.of()));
        screen.hears("plan", event -> event.hasNonNull("version"));
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false)));
        screen.hears("poll", event -> event.get("poll").get("state").asText().equals("open"));
        poll.say(paula, "yes").expect(200);
        JsonNode tally = screen.hears("tally", event -> event.get("cast").asInt() == 1);
        assertTrue(!tally.hasNonNull("tally"), "a hidden tally: " + tally);
        poll.close();
        JsonNode closed = screen.hears(
                "poll", event -> event.get("poll").get("state").asText().equals("closed"));
        assertEquals(poll.seenBy(paula).get("tally"), closed.get("poll").get("tally"));
        StreamEar late = listen(workshop, paula);
        late.hears("poll", event -> event.get("poll").get("state").asText().equals("closed"));
        assertTrue(late.lines.stream().noneMatch(line -> line.contains("\"draft\"")));
    }

    @Test
    void removalAndDeletionEndItAndARoleActsAtOnce() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Workshop.Person paula = workshop.participant("Paula");
        Workshop.Person otto = workshop.participant("Otto");
        Poll.draft(workshop, moderator, Poll.consent(object()));
        StreamEar removed = listen(workshop, paula.api());
        StreamEar left = listen(workshop, otto.api());
        removed.hears("room", event -> event.get("role").asText().equals("participant"));
        left.hears("room", event -> event.get("role").asText().equals("participant"));
        String members = workshop.path() + "/members/";
        moderator.patch(members + otto.id(), object("role", "moderator")).expect(200);
        left.hears("room", event -> event.get("role").asText().equals("moderator"));
        left.hears("poll", event -> event.at("/poll/state").asText().equals("draft"));
        assertTrue(moderator.delete(members + paula.id()).status() < 300);
        Conditions.await("the stream's end", Duration.ofSeconds(20), () -> removed.ended);
        workshop.organiser().delete(workshop.path()).expect(204);
        Conditions.await("the end with the room", Duration.ofSeconds(20), () -> left.ended);
    }

    @Test
    void itIsKeptAliveAndRefusedToStrangers() {
        Workshop workshop = workshop();
        StreamEar screen = listen(workshop, workshop.viewer("Leinwand").api());
        Conditions.await("a comment", Duration.ofSeconds(40), () -> screen.lines.stream()
                .anyMatch(line -> line.startsWith(":")));
        nobody().get(workshop.path() + "/stream").problem(401);
        workshop().participant("Otto").api().get(workshop.path() + "/stream").problem(403);
    }

    private static StreamEar listen(Workshop workshop, Api who) {
        return StreamEar.of(workshop, who);
    }
}
