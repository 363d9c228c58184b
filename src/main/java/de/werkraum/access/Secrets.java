package de.werkraum.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that are shown once. Those that come back are kept as a hash; those that this server needs itself, to sign by, are kept sealed with a
 * key derived from the installation's own. Thread-safe.
 */
public final class Secrets {
    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** As long as what HMAC-SHA256 gives. */
    private static final int BYTES = 32;

    private final SecureRandom chance = new SecureRandom();
    private final byte[] minting;
    private final SecretKeySpec sealing;

    /** @param own secret of the installation, which signs its tokens */
    public Secrets(byte[] own) {
        minting = mac(own, "minting");
        sealing = new SecretKeySpec(mac(own, "sealing"), "AES");
    }

    /**
     * A new secret of 256 bits. The answer that shows it may get lost: for the same purpose and mark the same one comes again, so that it need
     * not be kept to be told twice.
     *
     * @param mark of the request's own making and hard to guess; null where it has none
     */
    public byte[] mint(String purpose, @Nullable String mark) {
        if (mark != null) {
            return mac(minting, purpose + "\n" + mark);
        }
        byte[] fresh = new byte[BYTES];
        chance.nextBytes(fresh);
        return fresh;
    }

    /** SHA-256 of a text. It is what is kept of a secret of {@link #mint}, which has too many bits to be tried: a fast hash is enough. */
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Makes of a secret what only this installation can open. */
    public byte[] seal(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return both;
    }

    /** What was sealed. */
    public byte[] open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed by another installation", e);
        }
    }

    /** HMAC-SHA256 of a text. */
    public static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
