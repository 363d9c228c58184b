package de.werkraum.web;

import de.werkraum.wire.Hocuspocus;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dialects of documents that somebody of an event loop has open, one for all who use the same key: a room that writes to five hundred of them then
 * knows by one comparison of references that the frames of the one before are the right ones. On that event loop only.
 */
final class Spoken {
    private final Map<String, WeakReference<Hocuspocus>> known = new HashMap<>();

    /** The same for the same key as long as somebody uses it. */
    Hocuspocus of(String key) {
        WeakReference<Hocuspocus> kept = known.get(key);
        @Nullable Hocuspocus dialect = kept == null ? null : kept.get();
        if (dialect == null) {
            dialect = new Hocuspocus(key);
            known.put(key, new WeakReference<>(dialect));
        }
        return dialect;
    }

    /** Forgets those that nobody uses any more. */
    void tidy() {
        known.values().removeIf(kept -> kept.get() == null);
    }
}
