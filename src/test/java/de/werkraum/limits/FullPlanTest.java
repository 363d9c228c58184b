package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan that has reached its size limit: nothing more gets in, and people can make room. */
class FullPlanTest extends LimitsServer {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    FullPlanTest() {
        super(Map.of("documentBytes", 100_000));
    }

    @Test
    @Tag("S-14")
    void whatIsDeletedMakesRoom() {
        Workshop room = workshop();
        Workshop.Person paula = room.participant("Paula");
        Doc full = new Doc();
        try (RawSocket author = RawSocket.enter(room, paula.api());
                RawSocket witness =
                        RawSocket.enter(room, room.viewer("Leinwand").api())) {
            witness.readUntil("step 1", frame -> frame.type() == Message.SYNC);
            author.send(update(full.transact(() -> full.getText("goal").insert(0, "x".repeat(90_000)))));
            Author other = new Author();
            author.send(other.types("y".repeat(20_000)));
            author.readUntil("a refusal", frame -> frame.type() == Message.AUTH);
            // Many small deletions, as somebody who holds the key down makes them.
            for (int i = 0; i < 50; i++) {
                author.send(update(full.transact(() -> full.getText("goal").delete(0, 1_000))));
            }
            Doc seen = new Doc();
            witness.readUntil("the deletions", frame -> {
                if (frame.type() == Message.SYNC && Message.decode(frame.payload()) instanceof Message.Update update) {
                    seen.applyUpdate(update.update());
                }
                return seen.getText("goal").length() == 40_000;
            });
            // Whether there is room is looked at now and then.
            Conditions.await("room for others", LIMIT, () -> {
                author.send(new Author().types("y".repeat(20_000)));
                return goal(room).contains("y");
            });
        }
        room.organiser().put(room.path() + "/plan", Api.object("goal", "kurz")).expect(200);
        assertEquals("kurz", goal(room));
    }

    private static byte[] update(byte[] update) {
        return Message.sync(Message.UPDATE, update);
    }

    private static String goal(Workshop room) {
        return room.organiser()
                .get(room.path() + "/plan")
                .expect(200)
                .get("goal")
                .asText();
    }
}
