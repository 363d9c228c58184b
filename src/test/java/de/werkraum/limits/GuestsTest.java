package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that are too many; a member with too many, and too many rooms. */
class GuestsTest extends LimitsServer {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    GuestsTest() {
        super(Map.of("all", 60, "socketsPerMember", 3, "roomsInMemory", 4));
    }

    @Test
    @Tag("B-5")
    void oneConnectionTooManyIsCutAndTheOthersStay() {
        Workshop room = workshop();
        try (RawSocket witness = RawSocket.enter(room, room.participant("Wanda").api())) {
            List<RawSocket> crowd = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                crowd.add(connect());
            }
            crowd.get(99).awaitCut(LIMIT, bytes(" "));
            witness.send(Message.sync(Message.STEP_1, new byte[] {0}));
            witness.readUntil(
                    "an answer", frame -> frame.type() == Message.SYNC && frame.payload()[1] == Message.STEP_2);
            crowd.forEach(RawSocket::close);
        }
    }

    @Test
    @Tag("B-5")
    void aMemberHasOnlySoManySockets() {
        Workshop room = workshop();
        Api paula = room.participant("Paula").api();
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sockets.add(RawSocket.enter(room, paula));
            sockets.get(i).readUntil("step 1", frame -> frame.type() == Message.SYNC);
        }
        try (RawSocket more = RawSocket.enter(room, paula);
                RawSocket other = RawSocket.enter(room, room.participant("Otto").api())) {
            assertEquals(1008, more.readUntilClosed());
            other.readUntil("step 1", frame -> frame.type() == Message.SYNC);
        }
        sockets.forEach(RawSocket::close);
    }

    @Test
    @Tag("B-8")
    void onlySoManyRoomsAreInMemoryAndEmptyOnesMakeRoom() {
        for (int i = 0; i < 12; i++) {
            Workshop room = workshop();
            Conditions.await("room " + i, LIMIT, () -> {
                int status = room.organiser().get(room.path()).status();
                assertTrue(status == 200 || status == 503, "status " + status);
                return status == 200;
            });
        }
    }

    private RawSocket connect() {
        return RawSocket.connect(server.base());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
