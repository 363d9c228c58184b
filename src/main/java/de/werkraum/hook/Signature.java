package de.werkraum.hook;

import de.werkraum.access.Secrets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** How a receiver knows whose request it is: Standard Webhooks 1.0, symmetric, {@code v1}. */
public final class Signature {
    private static final String BEGINNING = "whsec_";
    /** As the standard asks: 24 to 64 bytes. */
    private static final int SHORTEST = 24;

    private static final int LONGEST = 64;

    private Signature() {}

    /** The bytes of a secret as people copy it; empty where it is none. */
    public static Optional<byte[]> secret(String text) {
        if (!text.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(BEGINNING.length()));
            return bytes.length >= SHORTEST && bytes.length <= LONGEST ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A secret as people copy it. */
    public static String shown(byte[] secret) {
        return BEGINNING + Base64.getEncoder().encodeToString(secret);
    }

    /** The header {@code webhook-signature}. */
    static String of(Notice notice, Instant at, byte[] secret) {
        byte[] mac = Secrets.mac(secret, notice.id() + "." + at.getEpochSecond() + "." + notice.body());
        return "v1," + Base64.getEncoder().encodeToString(mac);
    }
}
