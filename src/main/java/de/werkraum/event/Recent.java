package de.werkraum.event;

import io.vertx.core.Future;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What many ask for at once and takes a while to make: made once, and told again for some seconds. Thread-safe.
 *
 * @param <K> what it is asked for by
 * @param <V> what is made
 */
public final class Recent<K, V> {
    private final LongSupplier millis;
    private final long lasts;
    private final int most;
    private final Map<K, Made<V>> made = new LinkedHashMap<>();

    private record Made<V>(long at, Future<V> value) {}

    /**
     * Keeps nothing yet.
     *
     * @param millis a clock
     * @param lasts how long something is told again, in milliseconds
     * @param most so much is kept at a time; the oldest goes
     */
    public Recent(LongSupplier millis, long lasts, int most) {
        this.millis = millis;
        this.lasts = lasts;
        this.most = most;
    }

    /** What was made a short while ago, is being made, or is made now; what failed is made anew. */
    public synchronized Future<V> of(K key, Supplier<Future<V>> make) {
        long now = millis.getAsLong();
        made.values().removeIf(one -> now - one.at() >= lasts || one.value().failed());
        Made<V> known = made.get(key);
        if (known == null) {
            known = new Made<>(now, make.get());
            made.put(key, known);
            Iterator<K> oldest = made.keySet().iterator();
            while (made.size() > most) {
                oldest.next();
                oldest.remove();
            }
        }
        return known.value();
    }

    /** What was made is not told any more. */
    public synchronized void forget(K key) {
        made.remove(key);
    }
}
