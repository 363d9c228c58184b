package de.werkraum.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Makes ids: UUID v7 (RFC 9562), which sort by time. Receipts use {@link UUID#randomUUID()}, which tell nothing. Thread-safe. */
public final class Ids {
    private final SecureRandom chance = new SecureRandom();

    /** A new id of this millisecond. */
    public UUID next() {
        long millis = System.currentTimeMillis();
        long high = millis << 16 | 0x7000L | chance.nextInt(0x1000);
        long low = 0x8000_0000_0000_0000L | chance.nextLong() >>> 2;
        return new UUID(high, low);
    }

    /** The id written in that text, if it is one in its usual 36 characters. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
