package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import de.werkraum.wire.Goodbye;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no browser would send: frames that are none, frames without end, presence of others, a stolen id, JSON to choke on. */
class RudeTest extends LimitsServer {
    /** Netty's own word for a broken frame, ours for one that is too long or malformed, or none. */
    private static final Set<Integer> ENDS = Set.of(1002, 1007, 1009, RawSocket.CUT);

    private static final Duration LIMIT = Duration.ofMinutes(2);

    RudeTest() {
        // So that a flood of frames need not take long to be dealt with.
        super(Map.of("framesPerSecond", 4_000, "actsPerSecond", 50));
    }

    @Test
    @Tag("C-9")
    void brokenFramesEndTheirSocketAndNoOther() {
        Workshop room = workshop();
        byte[] data = {3, 0};
        Map<String, byte[]> broken = Map.of(
                "no mask", new byte[] {(byte) 0x82, 1, 3},
                "opcode 3", RawSocket.frame(3, true, data),
                "opcode 11", RawSocket.frame(11, true, data),
                "reserved bits", RawSocket.frame(RawSocket.BINARY | 0x70, true, data),
                "a ping in parts", RawSocket.frame(RawSocket.PING, false, data),
                "a long ping", RawSocket.frame(RawSocket.PING, true, new byte[126]),
                "a part of nothing", RawSocket.frame(RawSocket.CONTINUATION, true, data),
                "a negative length", new byte[] {(byte) 0x82, (byte) 0xff, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                "a length that lies", new byte[] {(byte) 0x82, (byte) 0xfe, 0, 1, 0, 0, 0, 0, 3},
                "half a close code", RawSocket.frame(RawSocket.CLOSE, true, new byte[1]));
        try (RawSocket witness = RawSocket.enter(room, room.participant("Wanda").api())) {
            broken.forEach((what, bytes) -> {
                // Each is somebody's first: who is sent away again and again gets in later.
                try (RawSocket socket =
                        RawSocket.enter(room, room.participant(what).api())) {
                    socket.write(bytes);
                    int code = socket.readUntilClosed();
                    assertTrue(ENDS.contains(code), what + " ended with " + code);
                }
            });
            assertServed(witness);
        }
    }

    /** Stock clients send what they wrote offline as one message, and read nothing until it has left: they must get to know that it is too long. */
    @Test
    @Tag("C-4")
    void whoIsStillSendingWhatIsTooLongHearsWhy() {
        Workshop room = workshop();
        int mebibyte = 1 << 20;
        try (RawSocket socket = RawSocket.enter(room, room.participant("Otto").api())) {
            socket.write(RawSocket.header(RawSocket.BINARY, true, 18L * mebibyte));
            for (int i = 0; i < 18; i++) {
                socket.write(new byte[mebibyte]);
            }
            assertEquals(Goodbye.TOO_LONG.code(), socket.readUntilClosed());
        }
    }

    @Test
    @Tag("B-9")
    void pingsAndEmptyPartsWithoutEndHoldNobodyUp() {
        Workshop room = workshop();
        Api flora = room.participant("Flora").api();
        int frames = 9_000;
        try (RawSocket pings = RawSocket.enter(room, flora);
                RawSocket parts = RawSocket.enter(room, flora);
                RawSocket witness =
                        RawSocket.enter(room, room.participant("Wanda").api())) {
            byte[] edit = new Author().types("am Ende");
            CompletableFuture<Void> sent = CompletableFuture.allOf(
                    CompletableFuture.runAsync(
                            () -> pings.write(many(RawSocket.frame(RawSocket.PING, true, new byte[4]), frames))),
                    CompletableFuture.runAsync(() -> {
                        parts.write(RawSocket.frame(RawSocket.BINARY, false, edit));
                        parts.write(many(RawSocket.frame(RawSocket.CONTINUATION, false, new byte[0]), frames));
                        parts.write(RawSocket.frame(RawSocket.CONTINUATION, true, new byte[0]));
                    }));
            assertServed(witness);
            int[] pongs = new int[1];
            pings.readUntil("every pong", frame -> {
                pongs[0] += frame.opcode() == RawSocket.PONG ? 1 : 0;
                return pongs[0] == frames;
            });
            sent.join();
            Conditions.await(
                    "the edit",
                    LIMIT,
                    () -> all(witness).getText("goal").toString().equals("am Ende"));
        }
    }

    @Test
    @Tag("S-11")
    void presenceOfOthersOrOfAMegabyteIsNotTold() {
        Workshop room = workshop();
        Workshop.Person paula = room.participant("Paula");
        try (RawSocket own = RawSocket.enter(room, paula.api());
                RawSocket forger =
                        RawSocket.enter(room, room.participant("Otto").api());
                RawSocket witness =
                        RawSocket.enter(room, room.viewer("Leinwand").api())) {
            own.send(presence(7, 1, "{\"caret\":1}"));
            witness.readUntil("Paula", frame -> presenceHolds(frame, "\"caret\":1"));
            forger.send(presence(7, 1_000, "{\"caret\":666}"));
            forger.send(presence(7, 1_001, AwarenessState.GONE));
            forger.send(presence(8, 1, "{\"large\":\"" + "x".repeat(1 << 20) + "\"}"));
            forger.send(presence(9, 1, "[".repeat(5_000) + "]".repeat(5_000)));
            forger.send(
                    presence(10, 1, "{\"caret\":10,\"user\":{\"id\":\"" + paula.id() + "\",\"role\":\"moderator\"}}"));
            List<String> heard = new ArrayList<>();
            witness.readUntil("Otto", frame -> {
                heard.add(new String(frame.payload(), StandardCharsets.UTF_8));
                return presenceHolds(frame, "\"caret\":10");
            });
            String all = String.join("", heard);
            assertTrue(
                    !all.contains("666") && !all.contains("large") && !all.contains("[["), "told what is not its own");
            // Paula may be told twice, by the welcome too.
            String last = heard.get(heard.size() - 1);
            int from = last.indexOf("\"caret\":10");
            String otto = last.substring(from, last.indexOf("}}", from));
            assertTrue(!otto.contains(paula.id()) && !otto.contains("moderator"), "told to be another");
            own.send(presence(7, 2, "{\"caret\":2}"));
            witness.readUntil("Paula as she is", frame -> presenceHolds(frame, "\"caret\":2"));
            assertServed(forger);
        }
    }

    @Test
    @Tag("S-7")
    void twoWhoWriteUnderOneIdAtOnceLeaveAllReplicasEqual() {
        Workshop room = workshop();
        try (RawSocket anna = RawSocket.enter(room, room.participant("Anna").api());
                RawSocket bert = RawSocket.enter(room, room.participant("Bert").api());
                RawSocket late = RawSocket.enter(room, room.participant("Carl").api())) {
            Doc one = new Doc(4711);
            Doc two = new Doc(4711);
            for (int i = 0; i < 200; i++) {
                anna.send(Message.sync(
                        Message.UPDATE, one.transact(() -> one.getText("goal").insert(0, "a"))));
                bert.send(Message.sync(
                        Message.UPDATE, two.transact(() -> two.getText("goal").insert(0, "b"))));
                if (i == 100) {
                    // What was not taken comes again, as from any client that connects.
                    bert.send(Message.sync(Message.STEP_2, two.encodeStateAsUpdate()));
                }
            }
            assertServed(anna);
            assertServed(bert);
            Doc witness = all(late);
            String goal = witness.getText("goal").toString();
            assertEquals(200, goal.length(), "one of them was taken whole, the other not at all");
            assertEquals(1, goal.chars().distinct().count(), goal);
            try (RawSocket again =
                    RawSocket.enter(room, room.participant("Dora").api())) {
                assertEquals(goal, all(again).getText("goal").toString());
            }
            assertEquals(
                    goal,
                    room.organiser()
                            .get(room.path() + "/plan")
                            .expect(200)
                            .get("goal")
                            .asText());
        }
    }

    @Test
    void eventsToChokeOn() {
        Workshop room = workshop();
        Api paula = room.participant("Paula").api();
        String digits = "9".repeat(100_000);
        try (RawSocket witness = RawSocket.enter(room, room.participant("Wanda").api())) {
            for (String json : List.of(
                    "",
                    "[]",
                    "7",
                    "{",
                    "{\"type\":\"ballot\",\"id\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                    "{\"type\":\"ballot\",\"id\":" + digits + "}")) {
                try (RawSocket socket =
                        RawSocket.enter(room, room.participant("Otto").api())) {
                    socket.send(Message.event(json));
                    assertEquals(1007, socket.readUntilClosed(), json.length() + " characters");
                }
            }
            try (RawSocket socket = RawSocket.enter(room, paula)) {
                for (String json : List.of(
                        "{}",
                        "{\"type\":7}",
                        "{\"type\":\"ballot\",\"id\":{\"a\":1},\"poll\":[],\"choices\":{}}",
                        "{\"type\":\"ballot\",\"id\":1e999,\"poll\":1e-999,\"choices\":1e999999999}")) {
                    socket.send(Message.event(json));
                }
                socket.readUntil("a refusal", frame -> holds(frame, "\"error\""));
                assertServed(socket);
            }
            assertServed(witness);
        }
    }

    @Test
    @Tag("B-7")
    void whoAsksWithoutEndByHttpHoldsNobodyUp() {
        Workshop room = workshop();
        Api flora = room.participant("Flora").api();
        Api bert = room.participant("Bert").api();
        List<CompletableFuture<Api.Answer>> flood = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            flood.add(
                    flora.sendLater("PATCH", "/rooms/" + room.id() + "/members/" + room.id(), Api.object("name", "F")));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, bert.get(room.path()).status(), "Bert has asked " + i + " times");
        }
        for (CompletableFuture<Api.Answer> answer : flood) {
            int status = answer.join().status();
            assertTrue(status == 403 || status == 404 || status == 429, "status " + status);
        }
        assertEquals(200, flora.get(room.path()).status(), "and is answered again");
    }

    private static byte[] presence(long client, long clock, String state) {
        return Message.awareness(List.of(new AwarenessState(client, clock, state)));
    }

    private static boolean presenceHolds(RawSocket.Frame frame, String text) {
        return frame.type() == Message.AWARENESS && holds(frame, text);
    }

    private static boolean holds(RawSocket.Frame frame, String text) {
        return new String(frame.payload(), StandardCharsets.UTF_8).contains(text);
    }

    private static byte[] many(byte[] frame, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }

    /** What the server has. */
    /**
     * The whole plan. The first answer may be one made for many, which an update follows; the second is all that the first lacked.
     */
    private static Doc all(RawSocket socket) {
        Doc doc = new Doc();
        for (int i = 0; i < 2; i++) {
            RawSocket.Frame answer = stepTwo(socket, doc);
            doc.applyUpdate(((Message.Step2) Message.decode(answer.payload())).update());
        }
        return doc;
    }

    private static void assertServed(RawSocket socket) {
        stepTwo(socket, new Doc());
    }

    private static RawSocket.Frame stepTwo(RawSocket socket, Doc known) {
        socket.send(Message.sync(Message.STEP_1, known.encodeStateVector()));
        return socket.readUntil(
                "an answer", frame -> frame.type() == Message.SYNC && frame.payload()[1] == Message.STEP_2);
    }
}
