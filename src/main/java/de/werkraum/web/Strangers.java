package de.werkraum.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Tells the operator, in one line a minute at the most, that pages of another address are refused, and what to set if that address is ours. Thread-safe. */
final class Strangers {
    private static final Logger LOG = Logger.getLogger(Strangers.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int LONGEST = 100;
    /** What an address may hold, so that nobody writes into the log what looks like something else. */
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9:/.\\[\\]_-]");

    private final LongSupplier nanos;
    private final AtomicLong next;

    /** @param nanos a clock such as {@link System#nanoTime} */
    Strangers(LongSupplier nanos) {
        this.nanos = nanos;
        next = new AtomicLong(nanos.getAsLong());
    }

    /** A request was refused for its {@code Origin}. */
    void refused(String origin, String host) {
        long now = nanos.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
            LOG.log(
                    Level.WARNING,
                    "Refused a page of {0}, since requests come to the host {1}. If people reach Werkraum there, set"
                            + " WERKRAUM_PUBLIC_URL={0} or let the proxy keep the Host header.",
                    new Object[] {plain(origin), plain(host)});
        }
    }

    private static String plain(String text) {
        String brief = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return OTHER.matcher(brief).replaceAll("?");
    }
}
