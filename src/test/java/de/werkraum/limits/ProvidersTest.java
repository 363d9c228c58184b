package de.werkraum.limits;

import static de.werkraum.support.ProviderSocket.asServer;
import static de.werkraum.support.ProviderSocket.authenticated;
import static de.werkraum.support.ProviderSocket.enter;
import static de.werkraum.support.ProviderSocket.frame;
import static de.werkraum.support.ProviderSocket.login;
import static de.werkraum.support.ProviderSocket.refused;
import static de.werkraum.support.ProviderSocket.withoutToken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.ProviderSocket;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import de.werkraum.wire.Goodbye;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no Hocuspocus provider would send, and those that say nothing. */
class ProvidersTest extends LimitsServer {
    private static final byte[] STEP_1 = {0, 0, 1, 0};

    ProvidersTest() {
        super(Map.of(
                "documentsPerSocket",
                4,
                "heldMessages",
                5,
                "loginSeconds",
                2,
                "openingSeconds",
                4,
                "strangerBytes",
                20_000));
    }

    private RawSocket connect() {
        return ProviderSocket.connect(server.base());
    }

    @Test
    @Tag("Y-9")
    @Tag("C-9")
    void whatIsNoFrameEndsItsSocketAndNoOther() {
        Workshop room = workshop();
        byte[] key = frame(room.id(), new byte[0]);
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("nothing", new byte[0]);
        broken.put("a key alone", key);
        broken.put("half a key", Arrays.copyOf(key, 20));
        broken.put("a type of servers", frame(room.id(), new byte[] {6, 1, 'x'}));
        broken.put("an unknown type", frame(room.id(), new byte[] {99}));
        broken.put("a sync message of an unknown step", frame(room.id(), new byte[] {0, 7, 0}));
        broken.put("a torn update", frame(room.id(), new byte[] {0, 2, 50, 1, 2}));
        broken.put("a step 1 and more", frame(room.id(), new byte[] {0, 0, 1, 0, 9}));
        broken.put("a login without a token", withoutToken(room.id()));
        broken.put("an answer of servers", asServer(room.id()));
        try (RawSocket witness = RawSocket.enter(room, room.participant("Wanda").api())) {
            broken.forEach((what, bytes) -> {
                try (RawSocket socket = enter(room, room.participant(what).api())) {
                    socket.send(bytes);
                    int code = socket.readUntilClosed();
                    assertTrue(Goodbye.refuses(code), what + " ended with " + code);
                }
            });
            witness.send(new Author().types("weiter"));
            witness.send(Message.sync(Message.STEP_1, new byte[] {0}));
            witness.readUntil(
                    "its answer", frame -> frame.type() == Message.SYNC && frame.payload()[1] == Message.STEP_2);
        }
    }

    @Test
    @Tag("Y-9")
    void longKeysAndTokensAreNotTaken() {
        try (RawSocket socket = connect()) {
            socket.send(frame("x".repeat(500), STEP_1));
            assertEquals(Goodbye.OTHER_PROVIDER.code(), socket.readUntilClosed());
        }
        try (RawSocket socket = connect()) {
            socket.send(login("x", "y".repeat(10_000)));
            assertEquals(Goodbye.MALFORMED.code(), socket.readUntilClosed());
        }
    }

    @Test
    @Tag("Y-2")
    void withoutATokenLittleIsHeldAndNotForLong() {
        Workshop room = workshop();
        try (RawSocket socket = connect()) {
            socket.send(frame(room.id(), STEP_1));
            socket.readUntil("that time is over", frame -> refused(frame, room.id()));
            for (int i = 0; i < 6; i++) {
                socket.send(frame("another", STEP_1));
            }
            socket.readUntil("that these are too many", frame -> refused(frame, "another"));
            socket.send(frame("long", new byte[19_990]));
            socket.readUntil("that this is too much", frame -> refused(frame, "long"));
            socket.send(login(room.id(), room.participant("Paula").api().token()));
            socket.readUntil("that a token still opens it", frame -> authenticated(frame, room.id()));
        }
    }

    @Test
    @Tag("Y-2")
    void strangersMayNotSendWhatMembersMay() {
        try (RawSocket socket = connect()) {
            socket.write(RawSocket.header(RawSocket.BINARY, true, 10 << 20));
            socket.write(new byte[100_000]);
            assertEquals(Goodbye.FLOODING.code(), socket.readUntilClosed());
        }
    }

    @Test
    @Tag("Y-2")
    void aSocketThatOpensNothingIsClosed() {
        try (RawSocket socket = connect()) {
            assertEquals(Goodbye.NO_DOCUMENT.code(), socket.readUntilClosed());
        }
    }

    @Test
    @Tag("Y-2")
    void tokensCannotBeTriedWithoutEnd() {
        try (RawSocket socket = connect()) {
            for (int i = 0; i < 4; i++) {
                socket.send(login("room", "a.b." + i));
                socket.readUntil("the refusal", frame -> refused(frame, "room"));
            }
            socket.send(login("room", "a.b.c"));
            assertEquals(Goodbye.FLOODING.code(), socket.readUntilClosed());
        }
    }

    @Test
    @Tag("Y-7")
    void aSocketCarriesOnlySoManyDocumentsAtOnce() {
        Workshop room = workshop();
        String token = room.participant("Paula").api().token();
        try (RawSocket socket = connect()) {
            for (int i = 0; i < 10; i++) {
                String key = room.id() + '\0' + i;
                socket.send(login(key, token));
                socket.readUntil("the login", frame -> authenticated(frame, key));
                socket.send(frame(key, new byte[] {7}));
            }
            for (int i = 0; i < 5; i++) {
                socket.send(login(room.id() + "\0again" + i, token));
            }
            assertEquals(Goodbye.FLOODING.code(), socket.readUntilClosed());
        }
    }

    @Test
    @Tag("C-4")
    void onlyAStepTwoMayBeLong() {
        Workshop room = workshop();
        try (RawSocket socket = enter(room, room.participant("Paula").api())) {
            byte[] offline = new Author().types("x".repeat(5 << 20));
            byte[] update = ((Message.Update) Message.decode(offline)).update();
            socket.send(frame(room.id(), Message.sync(Message.STEP_2, update)));
            socket.send(frame(room.id(), STEP_1));
            socket.readUntil("an answer", frame -> frame.payload().length > 5 << 20);
            socket.send(frame(room.id(), offline));
            assertEquals(Goodbye.TOO_LONG.code(), socket.readUntilClosed());
        }
    }
}
