package de.werkraum.polls;

import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server for the tests of one class; each test makes its own room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
abstract class PollServer {
    final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    Workshop workshop() {
        return Workshop.open(server.base());
    }

    static List<Workshop.Person> people(Workshop workshop, int count) {
        List<Workshop.Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(workshop.participant("Person " + i));
        }
        return people;
    }

    static Map<String, Object> object(Object... keysAndValues) {
        return Api.object(keysAndValues);
    }
}
