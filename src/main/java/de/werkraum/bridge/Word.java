package de.werkraum.bridge;

import de.werkraum.access.Member;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What servers tell each other. Those of a room hold its term: what is of an older one is thrown away. */
sealed interface Word {
    /**
     * Part of the one stream of a room that goes from one server to another.
     *
     * <p>{@code n} counts from 1; a gap means that something was lost, and is mended by the sockets coming anew.
     */
    sealed interface OfRoom extends Word {
        UUID room();

        int term();

        long n();
    }

    // ---- from the server of the sockets to the owner of the room

    /**
     * A connection wants in.
     *
     * @param fresh whether the other end counts anew from here
     * @param connection its number, of the sending server
     */
    record Open(
            UUID room, boolean fresh, int connection, Member member, Session.Kind kind, Instant expires, String dialect)
            implements Word {}

    /** Connections have said something. */
    record Say(UUID room, int term, long n, List<Said> messages) implements OfRoom {}

    /** One message. */
    record Said(int connection, byte[] bytes) {}

    /** A connection has ended. */
    record Leave(UUID room, int term, long n, int connection) implements OfRoom {}

    /** A connection's token was renewed. */
    record Renew(UUID room, int term, long n, int connection, Instant until) implements OfRoom {}

    // ---- from the owner to the servers of the sockets

    /** A connection is in. */
    record Opened(UUID room, int term, long n, int connection) implements OfRoom {}

    /** A connection is not let in. */
    record Refused(UUID room, int connection, int status, String code, String detail) implements Word {}

    /**
     * What leaves the room together.
     *
     * @param written the numbers of a connection's own edits
     * @param presence an awareness update, or null
     */
    record Leaving(
            UUID room,
            int term,
            long n,
            List<byte[]> edits,
            Map<Integer, List<Integer>> written,
            byte @Nullable [] presence,
            List<Addressed> letters)
            implements OfRoom {}

    /** A message for some connections. */
    record Addressed(Outgoing message, List<Integer> connections) {}

    /** Messages of connections have been dealt with: so many bytes of each. */
    record Handled(UUID room, int term, long n, Map<Integer, Integer> bytes) implements OfRoom {}

    /** A connection is sent away. */
    record Bye(UUID room, int term, long n, int connection, Goodbye goodbye) implements OfRoom {}

    // ---- both ways

    /** The other end is to let go of all its connections, or of all from there, in a room of that term. */
    record Cut(UUID room, int term, boolean slow) implements Word {}

    /**
     * Told every second, or after a while of bytes.
     *
     * @param sent bytes sent so far, this word not counted: what of them has not come is lost
     * @param taken bytes taken so far of what came from there
     * @param owned how far the streams of own rooms have come
     * @param edged how far those of the other's rooms have
     */
    record Alive(long sent, long taken, List<Stand> owned, List<Stand> edged) implements Word {}

    /** The last number of a stream. */
    record Stand(UUID room, int term, long n) {}
}
