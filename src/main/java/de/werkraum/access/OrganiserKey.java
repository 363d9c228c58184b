package de.werkraum.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The organiser's login key, kept only as a slow hash: PBKDF2 with HMAC-SHA-512 and 210,000 rounds (OWASP's figure of 2023), about
 * 150 ms a check. Immutable.
 *
 * @param stored {@code rounds:salt:hash}, the bytes in hexadecimal
 */
public record OrganiserKey(String stored) {
    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;

    /** A new key of 120 bits, to be shown once. */
    public static String generate() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a key. Slow: not for an event loop. */
    public static OrganiserKey of(String key) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        HexFormat hex = HexFormat.of();
        return new OrganiserKey(ROUNDS + ":" + hex.formatHex(salt) + ":" + hex.formatHex(derive(key, salt, ROUNDS)));
    }

    /** Whether this is the key. Slow, and of constant time in the bytes compared: not for an event loop. */
    public boolean matches(String key) {
        String[] parts = stored.split(":", -1);
        HexFormat hex = HexFormat.of();
        byte[] expected = hex.parseHex(parts[2]);
        return MessageDigest.isEqual(expected, derive(key, hex.parseHex(parts[1]), Integer.parseInt(parts[0])));
    }

    /** Tells this hash from others and nothing about the key: tokens of an older key end with it. */
    String mark() {
        return HexFormat.of().formatHex(Secrets.hash(stored), 0, 8);
    }

    private static byte[] derive(String key, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(key.toCharArray(), salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
