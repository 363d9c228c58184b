package de.werkraum.bench.fanout;

import java.lang.management.ManagementFactory;

/** What a server and this thread take of their processors from the moment it is made. */
final class Meter {
    private final Server server;
    private final long begin = System.nanoTime();
    private final double cpu;
    private final long own = thread();

    Meter(Server server) {
        this.server = server;
        cpu = Usage.seconds(server.pid());
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Processor seconds of the server. */
    double cpu() {
        return Usage.seconds(server.pid()) - cpu;
    }

    /** Percent of a core that the server took. */
    double share() {
        return 100 * cpu() / seconds();
    }

    /**
     * Percent of a core that this thread, the load itself, had work for.
     *
     * @param spunNanos for which it had none and looked again and again, since a moment to send was near
     */
    double load(long spunNanos) {
        return Math.max(0, 100 * ((thread() - own - spunNanos) / 1e9) / seconds());
    }

    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
