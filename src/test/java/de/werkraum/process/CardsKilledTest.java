package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server dies while ideas are written and comes back: what was answered is there, what is sent again is there once. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class CardsKilledTest {
    private static final int PEOPLE = 20;
    private static final int IDEAS = 5;

    @Test
    @Tag("ID-8")
    void nothingIsLostAndNothingTwice(@TempDir Path folder) {
        Map<String, String> environment =
                Map.of("DATABASE_URL", TestDatabase.url(), "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        Map<String, Workshop.Person> written = new HashMap<>();
        Set<String> answered = new HashSet<>();
        Workshop room;
        Api mona;
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            room = Workshop.open(server.base());
            mona = room.moderator("Mona").api();
            mona.patch(room.path() + "/cards", Api.object("ideas", "silent")).expect(200);
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Workshop.Person person = room.participant("Person " + i);
                for (int j = 0; j < IDEAS; j++) {
                    String id = UUID.randomUUID().toString();
                    written.put(id, person);
                    sent.add(write(person.api(), room, id).thenAccept(answer -> {
                        if (answer.status() == 200) {
                            synchronized (answered) {
                                answered.add(id);
                            }
                        }
                    }));
                }
            }
            CompletableFuture.anyOf(sent.toArray(CompletableFuture[]::new)).join();
            server.kill();
            sent.forEach(one -> one.handle((done, lost) -> null).join());
        }
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Workshop again = room.at(server.base());
            Api leads = mona.on(server.base());
            int stored =
                    leads.get(again.path() + "/cards").expect(200).get("silent").asInt();
            assertTrue(stored >= answered.size(), stored + " of " + answered.size() + " that were answered");
            written.forEach((id, person) ->
                    write(person.api().on(server.base()), again, id).join().expect(200));
            leads.patch(again.path() + "/cards", Api.object("ideas", "shown")).expect(200);
            JsonNode cards = leads.get(again.path() + "/cards").expect(200).get("cards");
            assertEquals(written.keySet(), Set.copyOf(cards.findValuesAsText("id")));
            assertEquals(PEOPLE * IDEAS, cards.size());
        }
    }

    private static CompletableFuture<Api.Answer> write(Api api, Workshop room, String id) {
        return api.sendLater("PUT", room.path() + "/cards/" + id, Api.object("kind", "idea", "text", "Idee " + id));
    }
}
