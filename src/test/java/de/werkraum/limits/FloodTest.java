package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One member sends as fast as it can: others are served, nothing of the flood is lost, and what can't be held ends with 1008. */
class FloodTest extends LimitsServer {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int EDITS = 12_000;
    private static final int MIB = 1024 * 1024;

    FloodTest() {
        // So that it is what waits for its turn that becomes too much.
        super(Map.of("partialBytesPerMember", 256 * MIB, "partialBytes", 512 * MIB));
    }

    @Test
    @Tag("B-1")
    void othersAreServedDuringAFloodOfEditsAndNothingIsLost() {
        Workshop room = workshop();
        try (RawSocket flood = RawSocket.enter(room, room.participant("Flora").api());
                RawSocket bert = RawSocket.enter(room, room.participant("Bert").api());
                RawSocket carl = RawSocket.enter(room, room.participant("Carl").api())) {
            Author flora = new Author();
            List<byte[]> edits = new ArrayList<>();
            for (int i = 0; i < EDITS; i++) {
                edits.add(flora.types("x"));
            }
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> edits.forEach(flood::send));
            Doc seen = new Doc();
            Author author = new Author();
            for (int i = 1; i <= 20; i++) {
                bert.send(author.types("b"));
                int count = i;
                carl.readUntil("edit " + i, frame -> apply(seen, frame) && count(seen, 'b') >= count);
            }
            sent.join();
            while (count(seen, 'x') < EDITS) {
                carl.readUntil("the whole flood", frame -> apply(seen, frame));
            }
            String goal = room.organiser()
                    .get(room.path() + "/plan")
                    .expect(200)
                    .get("goal")
                    .asText();
            assertEquals(seen.getText("goal").toString(), goal);
        }
    }

    @Test
    @Tag("B-2")
    void aFloodOfPresenceLeavesRoomForThatOfOthers() {
        Workshop room = workshop();
        try (RawSocket flood = RawSocket.enter(room, room.participant("Flora").api());
                RawSocket bert = RawSocket.enter(room, room.participant("Bert").api());
                RawSocket carl = RawSocket.enter(room, room.participant("Carl").api())) {
            String large = "{\"flood\":\"" + "x".repeat(7_000) + "\"}";
            for (int clock = 1; clock <= 40; clock++) {
                List<AwarenessState> states = new ArrayList<>();
                for (int client = 0; client < 50; client++) {
                    states.add(new AwarenessState(1_000 + client, clock, large));
                }
                flood.send(Message.awareness(states));
            }
            bert.send(Message.awareness(List.of(new AwarenessState(7, 1, "{\"caret\":7}"))));
            carl.readUntil("Bert's presence", frame -> new String(frame.payload(), StandardCharsets.UTF_8)
                    .contains("\"caret\":7"));
        }
    }

    @Test
    @Tag("B-1")
    void aFloodOfBallotsIsAnsweredInItsTurnAndTheOthersVoteMeanwhile() {
        Workshop room = workshop();
        Api mona = room.moderator("Mona").api();
        Api flora = room.participant("Flora").api();
        Api paul = room.participant("Paul").api();
        JsonNode poll = mona.post(
                        room.path() + "/polls", Api.object("question", "Machen wir das?", "method", "consent"))
                .expect(201);
        String path = room.path() + "/polls/" + poll.get("id").asText();
        mona.post(path + "/open", Api.object()).expect(200);
        int many = 150;
        try (RawSocket flood = RawSocket.enter(room, flora);
                RawSocket other = RawSocket.enter(room, paul)) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                for (int i = 1; i <= many; i++) {
                    flood.send(ballot(i, poll, i % 2 == 0 ? "yes" : "no"));
                }
            });
            other.send(ballot(1, poll, "yes"));
            other.readUntil("Paul's ballot", frame -> isOk(frame, 1));
            sent.join();
            flood.readUntil("the last ballot", frame -> isOk(frame, many));
            assertEquals(2, mona.get(path).expect(200).get("cast").asInt());
        }
    }

    private static byte[] ballot(int id, JsonNode poll, String choice) {
        Object choices = Api.object(poll.get("options").get(0).get("id").asText(), choice);
        return Message.event(Api.json(
                Api.object("type", "ballot", "id", id, "poll", poll.get("id").asText(), "choices", choices)));
    }

    private static boolean isOk(RawSocket.Frame frame, int id) {
        return frame.type() == Message.EVENT
                && Message.decode(frame.payload()) instanceof Message.Event event
                && event.json().contains("\"ok\"")
                && event.json().contains("\"id\":" + id + ",");
    }

    @Test
    @Tag("B-3")
    @Tag("C-3")
    void whatCannotBeHeldEndsWith1008() {
        Workshop room = workshop();
        var flora = room.participant("Flora").api();
        byte[] large = Message.sync(Message.STEP_2, large());
        List<RawSocket> sockets = new ArrayList<>();
        ExecutorService senders = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < 24; i++) {
                sockets.add(RawSocket.enter(room, flora));
            }
            // The first few messages overdraw what the member may send; each socket then holds one more that waits.
            sockets.forEach(socket -> senders.execute(() -> sendUntilCut(socket, large)));
            int code = sockets.get(0).readUntilClosed();
            assertTrue(code == 1008 || code == RawSocket.CUT, "closed with " + code);
            assertEquals(200, room.organiser().get(room.path() + "/plan").status(), "the room goes on");
            Conditions.await("everybody else is still let in", LIMIT, () -> {
                try (RawSocket bert =
                        RawSocket.enter(room, room.participant("Bert").api())) {
                    return bert.readUntil("step 1", frame -> frame.type() == Message.SYNC)
                                    .type()
                            == Message.SYNC;
                }
            });
        } finally {
            sockets.forEach(RawSocket::close);
            senders.shutdown();
        }
    }

    private static void sendUntilCut(RawSocket socket, byte[] message) {
        boolean open = true;
        while (open) {
            try {
                socket.send(message);
            } catch (UncheckedIOException e) {
                open = false;
            }
        }
    }

    /** An update of 4 MiB that adds nothing, once it is known. */
    private static byte[] large() {
        Doc doc = new Doc();
        return doc.transact(() -> doc.getText("goal").insert(0, "x".repeat(4 * 1024 * 1024 - 100)));
    }

    private static boolean apply(Doc doc, RawSocket.Frame frame) {
        if (frame.type() == Message.SYNC && Message.decode(frame.payload()) instanceof Message.Update update) {
            doc.applyUpdate(update.update());
            return true;
        }
        return false;
    }

    private static long count(Doc doc, char letter) {
        return doc.getText("goal").toString().chars().filter(c -> c == letter).count();
    }
}
