package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Exposition;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages that never become whole: what they hold is bounded, by member and in all, and long messages of others still get in. */
class PartialTest extends LimitsServer {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MIB = 1024 * 1024;
    private static final int LONGEST = 16 * MIB;

    PartialTest() {
        super(Map.of("partialBytesPerMember", 2 * MIB, "partialBytes", 6 * MIB));
    }

    @Test
    @Tag("B-9")
    void unfinishedFramesOfOneMemberAreBounded() {
        Workshop room = workshop();
        double before = goodbyes("flooding");
        var flora = room.participant("Flora").api();
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sockets.add(RawSocket.enter(room, flora));
            begin(sockets.get(i), RawSocket.BINARY, true);
        }
        stepTwoGetsIn(room);
        Conditions.await("all but two are sent away", LIMIT, () -> goodbyes("flooding") - before >= 6);
        assertTrue(held() <= 2 * MIB + 100, "held: " + held());
        sockets.forEach(RawSocket::close);
        Conditions.await("nothing is held", LIMIT, () -> held() == 0);
    }

    @Test
    @Tag("B-9")
    void unfinishedMessagesOfManyAreBoundedAndTheOldestGoFirst() {
        Workshop room = workshop();
        double before = goodbyes("full");
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sockets.add(RawSocket.enter(room, room.participant("Person " + i).api()));
            // A message of several frames, the first of which has come.
            begin(sockets.get(i), RawSocket.BINARY, false);
            double held = Math.min(i + 1, 6);
            Conditions.await("what is sent is there", LIMIT, () -> held() > held * MIB - 100_000);
        }
        int code = sockets.get(0).readUntilClosed();
        assertTrue(code == 1013 || code == RawSocket.CUT, "closed with " + code);
        Conditions.await("two are sent away", LIMIT, () -> goodbyes("full") - before >= 2);
        stepTwoGetsIn(room);
        assertTrue(held() <= 6 * MIB, "held: " + held());
        sockets.forEach(RawSocket::close);
        Conditions.await("nothing is held", LIMIT, () -> held() == 0);
    }

    @Test
    void aMessageMayComeInParts() {
        Workshop room = workshop();
        byte[] message = new Author().types("in drei Teilen");
        try (RawSocket author = RawSocket.enter(room, room.participant("Anna").api());
                RawSocket reader =
                        RawSocket.enter(room, room.participant("Bert").api())) {
            author.write(RawSocket.frame(RawSocket.BINARY, false, new byte[0]));
            author.write(RawSocket.frame(RawSocket.CONTINUATION, false, message));
            author.write(RawSocket.frame(RawSocket.PING, true, new byte[] {1}));
            author.write(RawSocket.frame(RawSocket.CONTINUATION, true, new byte[0]));
            reader.readUntil("the edit", frame -> isUpdate(frame));
            assertEquals(
                    1,
                    author.readUntil("pong", frame -> frame.opcode() == RawSocket.PONG)
                            .payload()[0]);
            author.write(RawSocket.frame(RawSocket.BINARY, false, new byte[3 * MIB]));
            author.write(RawSocket.frame(RawSocket.CONTINUATION, true, new byte[3 * MIB]));
            int code = author.readUntilClosed();
            assertTrue(code == 1008 || code == RawSocket.CUT, "too much, closed with " + code);
        }
    }

    @Test
    @Tag("B-9")
    void bodiesThatDoNotEndAreBoundedAndForMembersOnly() {
        Workshop room = workshop();
        Api mona = room.moderator("Mona").api();
        double before = goodbyes("flooding");
        List<RawSocket> bodies = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            bodies.add(RawSocket.connect(server.base()));
            bodies.get(i).write(head(room, "Content-Length: " + MIB, mona.token()));
        }
        Conditions.await("two are cut", LIMIT, () -> goodbyes("flooding") - before == 2);
        try (RawSocket nobody = RawSocket.connect(server.base());
                RawSocket parts = RawSocket.connect(server.base())) {
            nobody.write(head(room, "Content-Length: " + MIB, "x"));
            assertTrue(nobody.head().startsWith("HTTP/1.1 401"));
            parts.write(head(room, "Transfer-Encoding: chunked", "x"));
            assertTrue(parts.head().startsWith("HTTP/1.1 401"));
        }
        bodies.forEach(RawSocket::close);
        Conditions.await("nothing is held", LIMIT, () -> held() == 0);
        mona.put(room.path() + "/plan", Api.object("goal", "x".repeat(200_000))).expect(200);
    }

    private static byte[] head(Workshop room, String length, String token) {
        return ("PUT /api/v1" + room.path() + "/plan HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\n" + "Content-Type: application/json\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isUpdate(RawSocket.Frame frame) {
        return frame.type() == Message.SYNC && frame.payload()[1] == Message.UPDATE;
    }

    /** A frame of which one MiB comes: of the longest one, or of a message of more frames. */
    private static void begin(RawSocket socket, int opcode, boolean whole) {
        try {
            if (whole) {
                socket.write(RawSocket.header(opcode, true, LONGEST));
                socket.write(new byte[MIB]);
            } else {
                socket.write(RawSocket.frame(opcode, false, new byte[MIB]));
            }
        } catch (UncheckedIOException e) {
            assertTrue(whole, "cut while it was sending");
        }
    }

    /** Somebody comes back from long offline work. */
    private static void stepTwoGetsIn(Workshop room) {
        Author offline = new Author();
        offline.types("x".repeat(MIB + MIB / 2));
        try (RawSocket author = RawSocket.enter(room, room.participant("Otto").api())) {
            author.send(Message.sync(Message.STEP_2, offline.all()));
            author.readUntil(
                    "saved",
                    frame -> frame.type() == Message.EVENT
                            && Message.decode(frame.payload()) instanceof Message.Event event
                            && event.json().contains("\"synced\":true"));
        }
    }

    private double held() {
        return metrics().sum("werkraum_partial_bytes");
    }

    private double goodbyes(String reason) {
        return metrics().sum("werkraum_goodbyes_total{reason=\"" + reason + "\"}");
    }

    private Exposition metrics() {
        return Exposition.read(Api.of(server.base()).get("/metrics").body());
    }
}
