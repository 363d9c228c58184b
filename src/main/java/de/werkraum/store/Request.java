package de.werkraum.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that may come again, since its answer may get lost. Whoever stores what it does stores it too, in the same transaction.
 *
 * @param key who asks, what for, and the mark that came along, as one hash
 * @param content a hash of the body: what comes again must be the same
 * @param room where it is done, or null
 */
public record Request(String key, String content, @Nullable UUID room, Instant at) {}
