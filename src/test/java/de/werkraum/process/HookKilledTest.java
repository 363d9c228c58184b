package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.Receiver;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server dies between telling an act and noting that it was told. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class HookKilledTest {
    @Test
    void whatWasToldButNotNotedIsToldAgainAndNoLogHoldsASecret(@TempDir Path folder) throws InterruptedException {
        Map<String, String> environment = Map.of(
                "DATABASE_URL",
                TestDatabase.url(),
                "WERKRAUM_ORGANISER_KEY",
                Workshop.KEY,
                "WERKRAUM_HOOKS_ALLOW",
                "127.0.0.1");
        try (Receiver receiver = Receiver.start()) {
            CountDownLatch heard = new CountDownLatch(1);
            receiver.behave((exchange, status) -> {
                heard.countDown();
                Conditions.await(
                        "the server's end",
                        Duration.ofSeconds(30),
                        () -> receiver.told().size() > 1);
                exchange.close();
            });
            String log;
            String secret;
            String key;
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Workshop room = Workshop.open(server.base());
                secret = room.organiser()
                        .post("/hooks", Api.object("url", receiver.url() + "?geheim", "room", room.id()))
                        .expect(201)
                        .get("secret")
                        .asText();
                key = key(room.organiser());
                room.organiser().patch(room.path(), Api.object("phase", "vote")).expect(200);
                heard.await();
                server.kill();
                log = server.stdout() + server.stderr();
            }
            receiver.behave((exchange, status) -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                List<Receiver.Told> told = receiver.await(2);
                assertEquals(told.get(0).id(), told.get(1).id());
                assertEquals(told.get(0).body(), told.get(1).body());
                Api organiser = Workshop.organiser(server.base());
                Conditions.await(
                        "noted",
                        Duration.ofSeconds(30),
                        () -> organiser
                                        .get("/hooks")
                                        .expect(200)
                                        .at("/0/waiting")
                                        .asInt()
                                == 0);
                assertEquals(2, receiver.told().size());
                log += server.stdout() + server.stderr();
            }
            for (String hidden : List.of(secret, key, "geheim", secret.substring(10, 30), key.substring(12))) {
                assertFalse(log.contains(hidden), log);
            }
        }
    }

    private static String key(Api organiser) {
        String key = organiser
                .post("/events/" + Congress.bare(organiser) + "/keys", Api.object("name", "Skript"))
                .expect(201)
                .get("key")
                .asText();
        organiser.as(key).get("/rooms").expect(200);
        organiser.as(key + "x").get("/rooms").problem(401);
        return key;
    }
}
