package de.werkraum.bridge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageProducer;

/**
 * The way from an event loop of this server to one of another. What is on the way is bounded: the bus itself would keep all that a slow server doesn't
 * take. On its event loop only.
 */
final class Pipe {
    /** On the way at the most: what a slow server may make this one keep. A window of the largest kind is a fourth of it. */
    private static final long MOST_BYTES = 32L << 20;
    /** Taken, and not told yet: then the other hears of it before its second is over. */
    private static final long UNTOLD_BYTES = 1L << 20;

    private final MessageProducer<Buffer> producer;
    private final int server;
    private final int lane;
    private final int ownServer;
    private final int ownLane;
    private long sent;
    private long acknowledged;
    private long taken;
    private long told;
    private long heardAt = System.nanoTime();

    Pipe(EventBus bus, int server, int lane, int ownServer, int ownLane) {
        producer = bus.sender(address(server, lane));
        this.server = server;
        this.lane = lane;
        this.ownServer = ownServer;
        this.ownLane = ownLane;
    }

    /** Where an event loop of a server hears. One for each room would have to be told to all servers. */
    static String address(int server, int lane) {
        return "werkraum." + server + "." + lane;
    }

    int server() {
        return server;
    }

    int lane() {
        return lane;
    }

    void send(Word word) {
        byte[] bytes = Codec.encode(new Codec.Envelope(ownServer, ownLane, word));
        sent += bytes.length;
        // What is lost is found out by its number.
        producer.write(Buffer.buffer(bytes)).otherwiseEmpty();
    }

    /** Bytes sent so far. */
    long sent() {
        return sent;
    }

    /** Whether the other end is behind by half of what it may be: what can be spared is spared. */
    boolean crowded() {
        return sent - acknowledged > MOST_BYTES / 2;
    }

    /** Whether nothing more may be sent but what ends connections. */
    boolean full() {
        return sent - acknowledged > MOST_BYTES;
    }

    /** Something has come from there; whether it is time to say so. */
    boolean took(int bytes, long now) {
        taken += bytes;
        heardAt = now;
        return taken - told > UNTOLD_BYTES;
    }

    /** Bytes taken so far, which are told by this. */
    long tell() {
        told = taken;
        return taken;
    }

    /** What the other end says: bytes it had sent before its word of that length, and bytes that it has taken. */
    void alive(long theirs, int word, long bytes) {
        taken = theirs + word;
        acknowledged = Math.max(acknowledged, bytes);
    }

    /** Whether nothing has come for so long. */
    boolean silent(long nanos, long now) {
        return now - heardAt > nanos;
    }
}
