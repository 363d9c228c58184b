package de.werkraum.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids of accounts, made of what the provider calls somebody: always the same, and telling nothing about it without this installation's secret, so that
 * nothing of the provider's need be stored. Thread-safe.
 */
public final class AccountIds {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret the installation's, which outlives restarts */
    public AccountIds(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The id of that provider's subject; a UUID of version 8 (RFC 9562): of our own making. */
    public UUID of(String issuer, String subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(("account\n" + issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
            long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
