package de.werkraum.bench.fanout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All client sockets of one load, on one thread. Updates are sent at their intended times (open loop): when the server or this thread is
 * late, the delay counts as latency.
 */
final class Swarm implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 << 20;
    private static final int EVENT = 100;
    /** Handshakes under way at a time: a server's listen queue is short. */
    private static final int OPENING = 64;
    private static final long NANOS = 1_000_000_000;
    /** Node takes that long to hand a large document to a thousand. */
    private static final long READY_SECONDS = 150;
    /** A look at the sockets that finds nothing takes less, but for interruptions. */
    private static final long EMPTY_LOOK_NANOS = 10_000;

    private final long start = System.nanoTime();
    private final Selector selector;
    private final Deliveries deliveries = new Deliveries();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final List<Link> links = new ArrayList<>();
    private final List<Link> writers = new ArrayList<>();
    private final List<Link> unready = new ArrayList<>();
    private final Bytes message = new Bytes(128);
    private final Bytes scratch = new Bytes(128);
    private final List<Link> unsent = new ArrayList<>();
    private final Consumer<SelectionKey> served = this::serve;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final SplittableRandom seeds;
    private Typed typed = (writer, micros) -> {};
    private boolean moves;
    private boolean even = "even".equals(System.getProperty("arrivals"));
    private long expected;
    private long spun;

    /** Something that another thread wants done. */
    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    /** Told of each update that is typed. */
    @FunctionalInterface
    interface Typed {
        void update(Link writer, long micros);
    }

    /**
     * Connects a client for each seat; all are ready when it returns.
     *
     * @param seed of everything that is left to chance
     */
    Swarm(List<Seat> seats, long seed) throws IOException {
        this(seats, seed, OPENING);
    }

    /** @param opening handshakes under way at a time */
    Swarm(List<Seat> seats, long seed, int opening) throws IOException {
        seeds = new SplittableRandom(seed);
        selector = Selector.open();
        for (Seat seat : seats) {
            Link link = new Link(seat, deliveries, selector, seeds.nextInt());
            links.add(link);
            unready.add(link);
            if (seat.client() != null) {
                writers.add(link);
            }
            awaitReady(opening);
        }
        awaitReady(0);
        // With even gaps: people of one room don't type one after the other.
        Collections.shuffle(writers, new Random(seeds.nextLong()));
    }

    private void awaitReady(int mayLack) throws IOException {
        long limit = System.nanoTime() + READY_SECONDS * NANOS;
        while (unready.size() > mayLack) {
            turn(1);
            unready.removeIf(Link::ready);
            refuseEnded();
            if (System.nanoTime() > limit) {
                throw new IOException(unready.size() + " of " + links.size() + " clients don't get ready");
            }
        }
    }

    /** Waits until the server has taken all that every socket has sent, by asking each for what a state vector lacks. */
    void resync(byte[] stateVector) throws IOException {
        for (Link link : links) {
            link.resync(stateVector);
            unready.add(link);
        }
        awaitReady(0);
    }

    /** @throws IOException if the server has ended a socket */
    private void refuseEnded() throws IOException {
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
     * Types for a while, and adds to what is expected to arrive.
     *
     * @param perSecond updates of all writers together
     */
    void type(double perSecond, double seconds) throws IOException {
        Arrivals arrivals =
                even ? Arrivals.even(perSecond, seconds) : Arrivals.random(perSecond, seconds, seeds.nextLong());
        long begin = System.nanoTime();
        while (!arrivals.isEmpty()) {
            long now = System.nanoTime() - begin;
            while (!arrivals.isEmpty() && arrivals.due() <= now) {
                long micros = (begin - start + arrivals.due()) / 1_000;
                type(writers.get(arrivals.take(writers.size())), micros);
            }
            for (Link link : unsent) {
                link.flush();
            }
            unsent.clear();
            turn(Math.max(0, (arrivals.due() + begin - System.nanoTime()) / 1_000_000));
        }
    }

    private void type(Link writer, long micros) {
        if (writer.sent()) {
            unsent.add(writer);
        }
        writer.type(message, scratch, micros);
        typed.update(writer, micros);
        expected += writer.readers();
        if (moves) {
            writer.move(scratch);
        }
    }

    /** From now on each update that is typed is told. */
    void tellTyped(Typed to) {
        typed = to;
    }

    /** From now on everybody's caret moves with each update. */
    void moveAsWell() {
        moves = true;
    }

    /** From now on there is the same gap between any two updates. */
    void evenly() {
        even = true;
    }

    /** Others in the room of a writer, on average. */
    double readers() {
        return writers.stream().mapToInt(Link::readers).average().orElse(0);
    }

    /** Reads until all that was typed has come, or for so long. */
    void drain(double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (missing() > 0 && System.nanoTime() < end) {
            turn(5);
        }
    }

    /** Deliveries that have not come. */
    long missing() {
        return expected - deliveries.count();
    }

    /** Nanoseconds spent on looking in vain, since a moment to send was near. */
    long spunNanos() {
        return spun;
    }

    /** Reads until something holds, looked at every few milliseconds. */
    void until(String what, BooleanSupplier holds, double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("not within " + seconds + " s: " + what);
            }
            turn(5);
        }
    }

    /** Reads for so long. */
    void idle(double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        while (System.nanoTime() < end) {
            turn(Math.max(1, Math.min(20, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()))));
        }
    }

    /** Has a message said soon; may be called on any thread. */
    void say(Link link, Bytes body) {
        soon(() -> {
            link.say(body);
            link.flush();
        });
    }

    /** Has somebody cast, once, from now on counted as on its way; may be called on any thread. */
    void cast(Link link, String poll, String choices) {
        String ballot = "{\"type\":\"ballot\",\"id\":1,\"poll\":\"" + poll + "\",\"choices\":" + choices + "}";
        long micros = micros();
        soon(() -> {
            link.heard().asks(micros);
            link.say(new Bytes(256).put(EVENT).putString(ballot));
            link.flush();
        });
    }

    /** Opens one more socket soon; may be called on any thread. */
    void open(Seat seat, Consumer<Link> opened) {
        soon(() -> {
            Link link = new Link(seat, deliveries, selector, seeds.nextInt());
            links.add(link);
            if (seat.client() != null) {
                writers.add(link);
            }
            opened.accept(link);
        });
    }

    /** Microseconds since the beginning; may be called on any thread. */
    long micros() {
        return (System.nanoTime() - start) / 1_000;
    }

    private void soon(Task task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** One look at all sockets, waiting at most so long for something to come; 0 does not wait. */
    private void turn(long millis) throws IOException {
        for (Task next = tasks.poll(); next != null; next = tasks.poll()) {
            next.run();
        }
        if (millis > 0) {
            selector.select(served, millis);
            return;
        }
        long begin = System.nanoTime();
        if (selector.selectNow(served) == 0) {
            spun += Math.min(EMPTY_LOOK_NANOS, System.nanoTime() - begin);
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
