package de.werkraum.store;

import de.werkraum.problem.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The private key of a client's certificate, as PEM in PKCS #8.
 *
 * @param algorithm as the JDK calls it: the JDBC driver takes every key for one of RSA unless it is told
 */
record ClientKey(Path file, String algorithm) {
    private static final Pattern PEM = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    /** What both clients can use. */
    private static final List<String> ALGORITHMS = List.of("RSA", "EC");

    /** @throws StartupException with a sentence for the operator if the file holds no such key */
    static ClientKey in(Path file) {
        try {
            Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (pem.find()) {
                byte[] key = Base64.getMimeDecoder().decode(pem.group(1));
                for (String algorithm : ALGORITHMS) {
                    if (fits(key, algorithm)) {
                        return new ClientKey(file, algorithm);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Told below, without what is in the file.
        }
        throw new StartupException("DATABASE_URL: the file of sslkey must hold a private key of RSA or EC, as PEM in"
                + " PKCS 8 and unencrypted (openssl pkcs8 -topk8 -nocrypt makes it so).");
    }

    private static boolean fits(byte[] key, String algorithm) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
