package de.werkraum.bench;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.RawSocket;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a flood by one member costs the others: four members edit every 50 ms each, four more hear it; a ninth sends 10,000 messages a second,
 * or as many as the server reads. Times from an edit's sending to its arrival at one of the hearers, quiet and flooded by turns.
 */
public final class FloodLoad {
    private static final int WRITERS = 4;
    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final int FLOOD_PER_SECOND = 10_000;
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Workshop room;
    private final List<RawSocket> sockets = new ArrayList<>();
    private volatile boolean over;

    private FloodLoad(Workshop room) {
        this.room = room;
    }

    public static void main(String[] args) throws Exception {
        try (ServerProcess server = ServerProcess.start(
                Files.createTempDirectory("werkraum-flood-"),
                Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false"))) {
            new FloodLoad(Workshop.open(server.base())).run();
        }
    }

    private void run() throws InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            pairs.add(new Pair(enter("Writer " + i), enter("Hearer " + i), i));
        }
        pairs.forEach(pair -> start(pair::hear));
        phase("warming up", pairs, null);
        for (String kind : List.of("edits", "presence", "requests")) {
            phase("quiet", pairs, null);
            phase("flood of " + kind, pairs, kind);
            phase("quiet", pairs, null);
        }
        over = true;
        sockets.forEach(RawSocket::close);
    }

    private RawSocket enter(String name) {
        RawSocket socket = RawSocket.enter(room, room.participant(name).api());
        sockets.add(socket);
        return socket;
    }

    private void phase(String name, List<Pair> pairs, @Nullable String flood) throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        Flood flooding = flood == null ? null : new Flood(flood, room.participant("Flora").api(), sent);
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Thread> threads = new ArrayList<>();
        pairs.forEach(pair -> threads.add(start(() -> pair.write(end))));
        for (Thread thread : threads) {
            thread.join();
        }
        long taken = sent.get();
        if (flooding != null) {
            flooding.over = true;
        }
        long[] nanos = pairs.stream().flatMap(pair -> pair.drain().stream()).mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-18s %5d edits  p50 %6.2f ms  p99 %6.2f ms  max %7.2f ms  flood read: %d/s%n",
                name, nanos.length, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1), taken / SECONDS);
        System.out.println("  load " + load());
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double at(long[] nanos, double share) {
        return nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)] / 1e6;
    }

    private Thread start(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A writer and one who hears it; the hearer recognises the writer's edits by its letter. */
    private final class Pair {
        private final RawSocket writer;
        private final RawSocket hearer;
        private final byte letter;
        private final Doc doc = new Doc();
        private final BlockingQueue<Long> sentAt = new ArrayBlockingQueue<>(10_000);
        private List<Long> latencies = new ArrayList<>();

        Pair(RawSocket writer, RawSocket hearer, int number) {
            this.writer = writer;
            this.hearer = hearer;
            letter = (byte) ('A' + number);
        }

        void write(long end) {
            String text = String.valueOf((char) letter).repeat(8);
            long next = System.nanoTime();
            while (System.nanoTime() < end) {
                byte[] update = doc.transact(() -> doc.getText("goal").insert(0, text));
                sentAt.add(System.nanoTime());
                writer.send(Message.sync(Message.UPDATE, update));
                next += EVERY_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }

        void hear() {
            try {
                while (!over) {
                    RawSocket.Frame frame = hearer.read();
                    if (frame.type() == Message.SYNC && mine(frame.payload())) {
                        long sent = sentAt.remove();
                        synchronized (this) {
                            latencies.add(System.nanoTime() - sent);
                        }
                    }
                }
            } catch (IOException e) {
                if (!over) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private boolean mine(byte[] message) {
            int run = 0;
            for (byte each : message) {
                run = each == letter ? run + 1 : 0;
                if (run == 8) {
                    return true;
                }
            }
            return false;
        }

        synchronized List<Long> drain() {
            List<Long> all = latencies;
            latencies = new ArrayList<>();
            return all;
        }
    }

    /** One member that sends as fast as it is read, up to the rate; messages are made beforehand. */
    private final class Flood {
        private volatile boolean over;

        Flood(String kind, Api flora, AtomicLong sent) {
            if (kind.equals("requests")) {
                for (int i = 0; i < 8; i++) {
                    start(() -> {
                        while (!over) {
                            flora.get(room.path());
                            sent.incrementAndGet();
                        }
                    });
                }
                return;
            }
            RawSocket socket = RawSocket.enter(room, flora);
            sockets.add(socket);
            start(socket::readUntilClosed);
            Doc doc = new Doc();
            start(() -> {
                long begin = System.nanoTime();
                for (int i = 0; !over; i++) {
                    int clock = i + 1;
                    socket.send(kind.equals("edits")
                            ? Message.sync(Message.UPDATE, doc.transact(() -> doc.getText("goal").insert(doc.getText("goal").length(), "x")))
                            : Message.awareness(List.of(new AwarenessState(7, clock, "{\"caret\":" + clock + "}"))));
                    sent.incrementAndGet();
                    LockSupport.parkNanos(begin + i * (TimeUnit.SECONDS.toNanos(1) / FLOOD_PER_SECOND) - System.nanoTime());
                }
            });
        }
    }
}
