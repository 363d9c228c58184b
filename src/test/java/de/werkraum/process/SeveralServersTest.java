package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.Fleet;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, as processes: people of both in one room. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SeveralServersTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Fleet fleet;

    SeveralServersTest(@TempDir Path folder) {
        fleet = new Fleet(folder, TestDatabase.url(), 2, Map.of());
    }

    @AfterEach
    void end() {
        fleet.close();
    }

    @Test
    @DisplayName(
            "CL-4: people of two servers edit and vote in one room; where its server is killed they go on at the other")
    void oneRoomOverTwoServers() {
        ServerProcess first = fleet.start(0);
        ServerProcess second = fleet.start(1);
        Workshop room = Workshop.open(first.base());
        Workshop beside = room.at(second.base());
        Api mona = room.moderator("Mona").api();
        Api paula = beside.participant("Paula").api();
        Api pia = room.participant("Pia").api();
        PlanClient here = PlanClient.open(pia, room.path());
        PlanClient there = PlanClient.open(paula, room.path());
        for (int i = 0; i < 20; i++) {
            int number = i;
            (i % 2 == 0 ? here : there).edit(doc -> doc.getArray("log").insert(0, List.of(number)));
        }
        Stream.of(here, there)
                .forEach(client -> client.awaits(
                        "all edits of both", doc -> doc.getArray("log").size() == 20));
        Poll poll = Poll.open(room, mona, Api.object("question", "Wie weiter?", "method", "consent"));
        assertEquals(200, poll.say(paula, "yes").status());
        mona.put(room.path() + "/plan", Api.object("title", "Zusammen")).expect(200);
        fleet.awaitSaved(room, mona, SOON);
        boolean firstOwns = fleet.owner(room.id()) == 0;
        (firstOwns ? first : second).kill();
        ServerProcess other = firstOwns ? second : first;
        PlanClient survivor = firstOwns ? there : here;
        Conditions.await("its people are told to come anew", SOON, () -> survivor.closedWith() == 1012);
        Api left = pia.on(other.base());
        Conditions.await(
                "the other server has the room",
                SOON,
                () -> left.get(room.path() + "/plan").status() == 200);
        PlanClient again = PlanClient.open(left, room.path());
        again.awaits("nothing saved is lost", doc -> doc.getArray("log").size() == 20);
        assertEquals(200, poll.say(left, "yes").status());
        JsonNode closed =
                mona.on(other.base()).post(poll.path() + "/close", Api.object()).expect(200);
        assertEquals(2, closed.get("cast").asInt());
        again.close();
    }

    @Test
    @DisplayName("D-4: what is announced at one server is read on screens of the other")
    void whatIsAnnouncedIsReadAtAllServers() {
        ServerProcess first = fleet.start(0);
        ServerProcess second = fleet.start(1);
        Api organiser = Workshop.organiser(first.base());
        Congress congress = Congress.open(organiser, Congress.bare(organiser), Api.object("title", "Eins"));
        String path = congress.path();
        Object said = Api.object("text", "Gleich Plenum");
        organiser.post(path + "/announce", said).expect(200);
        Api there = organiser.on(second.base());
        JsonNode screens = there.get(path + "/playlist").expect(200);
        assertEquals("Gleich Plenum", screens.at("/wall/announcement/text").asText());
    }
}
