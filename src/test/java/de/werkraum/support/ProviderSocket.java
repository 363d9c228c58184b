package de.werkraum.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Encoder;
import de.werkraum.sync.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a Hocuspocus provider says and hears, frame by frame, on a {@link RawSocket}. */
public final class ProviderSocket {
    private static final int SYNC = 0;
    private static final int AUTH = 2;
    private static final int REFUSED = 1;
    private static final int AUTHENTICATED = 2;
    private static final int SYNC_STATUS = 8;

    private ProviderSocket() {}

    /** A socket that has said nothing yet. */
    public static RawSocket connect(URI base) {
        RawSocket socket = RawSocket.connect(base);
        assertTrue(socket.upgrade("/hocuspocus").startsWith("HTTP/1.1 101"));
        return socket;
    }

    /** A member's, logged in to its room. */
    public static RawSocket enter(Workshop room, Api member) {
        RawSocket socket = connect(member.base());
        socket.send(login(room.id(), member.token()));
        socket.readUntil("the login", frame -> authenticated(frame, room.id()));
        return socket;
    }

    /** A message for the document of that key. */
    public static byte[] frame(String key, byte[] message) {
        return new Encoder().writeVarString(key).writeBytes(message).toByteArray();
    }

    /** Opens the document of that key. */
    public static byte[] login(String key, String token) {
        Encoder body = new Encoder().writeVarString(key).writeVarUint(AUTH);
        return body.writeVarUint(0).writeVarString(token).toByteArray();
    }

    /** A login without a token. */
    public static byte[] withoutToken(String key) {
        return frame(key, new byte[] {AUTH, 0});
    }

    /** What only servers say. */
    public static byte[] asServer(String key) {
        return frame(key, new byte[] {AUTH, AUTHENTICATED, 0});
    }

    public static boolean authenticated(RawSocket.Frame frame, String key) {
        return says(frame, key, AUTH, AUTHENTICATED);
    }

    public static boolean refused(RawSocket.Frame frame, String key) {
        return says(frame, key, AUTH, REFUSED);
    }

    /** Whether it tells that an update of this socket is kept for good. */
    public static boolean kept(RawSocket.Frame frame, String key) {
        return says(frame, key, SYNC_STATUS, 1);
    }

    /** Whether it brings what another has typed. */
    public static boolean edits(RawSocket.Frame frame, String key) {
        return says(frame, key, SYNC, Message.UPDATE);
    }

    private static boolean says(RawSocket.Frame frame, String key, int type, int first) {
        String text = new String(frame.payload(), StandardCharsets.ISO_8859_1);
        return text.startsWith((char) key.length() + key + (char) type + (char) first);
    }
}
