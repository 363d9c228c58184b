package de.werkraum.access;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Ids of accounts, made of what the provider calls somebody: always the same, and telling nothing about it without this installation's secret, so that
 * nothing of the provider's need be stored. Thread-safe.
 */
public final class AccountIds {
    private final byte[] secret;

    /** @param secret the installation's, which outlives restarts */
    public AccountIds(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The id of that provider's subject; a UUID of version 8 (RFC 9562): of our own making. */
    public UUID of(String issuer, String subject) {
        ByteBuffer bytes = ByteBuffer.wrap(Secrets.mac(secret, "account\n" + issuer + "\n" + subject));
        long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
