package de.werkraum.bench.fanout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * All client sockets of one load, on one thread. Updates are sent at their intended times (open loop): when the server or this thread is
 * late, the delay counts as latency.
 */
final class Swarm implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 << 20;
    /** Handshakes under way at a time: a server's listen queue is short. */
    private static final int OPENING = 64;
    private static final long NANOS = 1_000_000_000;

    private final long start = System.nanoTime();
    private final Selector selector;
    private final Deliveries deliveries = new Deliveries();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final List<Link> links = new ArrayList<>();
    private final List<Link> writers = new ArrayList<>();
    private final List<Link> unready = new ArrayList<>();
    private final Bytes message = new Bytes(128);
    private final Bytes scratch = new Bytes(128);
    private int turn;
    private boolean moves;

    /** Connects a client for each seat; all are ready when it returns. */
    Swarm(List<Seat> seats) throws IOException {
        this(seats, OPENING);
    }

    /** @param opening handshakes under way at a time */
    Swarm(List<Seat> seats, int opening) throws IOException {
        selector = Selector.open();
        Random random = new Random(seats.size());
        for (Seat seat : seats) {
            Link link = new Link(seat, deliveries, selector, random.nextInt());
            links.add(link);
            unready.add(link);
            if (seat.client() != null) {
                writers.add(link);
            }
            awaitReady(opening);
        }
        awaitReady(0);
        // People of one room don't type one after the other.
        Collections.shuffle(writers, random);
    }

    private void awaitReady(int mayLack) throws IOException {
        long limit = System.nanoTime() + 60 * NANOS;
        while (unready.size() > mayLack) {
            turn(1);
            unready.removeIf(Link::ready);
            refuseEnded();
            if (System.nanoTime() > limit) {
                throw new IOException(unready.size() + " of " + links.size() + " clients don't get ready");
            }
        }
    }

    /** @throws IOException if the server has ended a socket */
    void refuseEnded() throws IOException {
        for (Link link : unready.isEmpty() ? links : unready) {
            if (link.ended()) {
                throw new IOException("the server ended a socket: " + link.whyEnded());
            }
        }
    }

    /** How many sockets the server has ended. */
    long ended() {
        return links.stream().filter(Link::ended).count();
    }

    List<Link> links() {
        return links;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /**
     * Types for a while; the writers take turns.
     *
     * @param perSecond updates of all writers together
     * @return updates sent
     */
    long type(double perSecond, double seconds) throws IOException {
        long begin = System.nanoTime();
        long all = Math.round(perSecond * seconds);
        double gap = NANOS / perSecond;
        for (long sent = 0; sent < all; ) {
            long now = System.nanoTime() - begin;
            long due = Math.min(all, (long) (now / gap) + 1);
            for (; sent < due; sent++) {
                Link writer = writers.get(turn++ % writers.size());
                writer.type(message, scratch, (begin - start + (long) (sent * gap)) / 1_000);
                if (moves) {
                    writer.move(scratch);
                }
                if (due - sent <= writers.size()) {
                    writer.flush();
                }
            }
            turn(Math.max(0, ((long) (sent * gap) + begin - System.nanoTime()) / 1_000_000));
        }
        return all;
    }

    /** From now on everybody's caret moves with each update. */
    void moveAsWell() {
        moves = true;
    }

    /** Reads until so many deliveries have come, or for so long. */
    boolean drain(long expected, double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (deliveries.count() < expected && System.nanoTime() < end) {
            turn(5);
        }
        return deliveries.count() == expected;
    }

    /** Reads for so long. */
    void idle(double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (System.nanoTime() < end) {
            turn(Math.max(1, Math.min(20, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()))));
        }
    }

    /** One look at all sockets, waiting at most so long for something to come; 0 does not wait. */
    private void turn(long millis) throws IOException {
        if (millis == 0) {
            selector.selectNow(this::serve);
        } else {
            selector.select(this::serve, millis);
        }
    }

    private void serve(SelectionKey key) {
        Link link = (Link) key.attachment();
        try {
            if (key.isWritable()) {
                link.flush();
            }
            if (key.isReadable()) {
                link.read(buffer, start);
            }
        } catch (IOException e) {
            link.fail(e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        links.forEach(Link::close);
        selector.selectNow();
        selector.close();
    }
}
