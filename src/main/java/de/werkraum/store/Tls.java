package de.werkraum.store;

import de.werkraum.problem.StartupException;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How the connection is encrypted, as libpq means its parameters, for both clients alike.
 *
 * @param root the authority to trust, as PEM; null asks the JVM's own authorities
 * @param certificate of this client, as PEM; null for none
 * @param key of the certificate; null for none
 */
record Tls(SslMode mode, @Nullable Path root, @Nullable Path certificate, @Nullable ClientKey key) {
    static final Set<String> NAMES = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    /** libpq 16's word for the authorities that the system trusts. */
    private static final String SYSTEM = "system";

    /** @throws StartupException if a mode is unknown, a file is missing, or they don't go together */
    static Tls of(Map<String, String> parameters) {
        String named = parameters.get("sslrootcert");
        SslMode mode = mode(parameters.get("sslmode"), named);
        Path root = named == null || named.equals(SYSTEM) ? null : file("sslrootcert", named);
        Path certificate = file("sslcert", parameters.get("sslcert"));
        Path keyFile = file("sslkey", parameters.get("sslkey"));
        ClientKey key = keyFile == null ? null : ClientKey.in(keyFile);
        if ((certificate == null) != (key == null)) {
            throw new StartupException("DATABASE_URL: sslcert and sslkey belong together.");
        }
        if (mode == SslMode.DISABLE && (root != null || certificate != null)) {
            throw new StartupException(
                    "DATABASE_URL names certificates, but no sslmode that uses them, such as verify-full.");
        }
        if (certificate != null && root == null && (mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL)) {
            throw new StartupException(
                    "DATABASE_URL: with sslcert, sslrootcert names the file of the server's authority.");
        }
        return new Tls(mode, root, certificate, key);
    }

    /** A root that is named is heeded: it makes {@code require} verify the chain, and {@code system} asks for a name that fits. */
    private static SslMode mode(@Nullable String written, @Nullable String root) {
        boolean system = SYSTEM.equals(root);
        SslMode mode;
        try {
            mode = SslMode.of(written == null ? system ? "verify-full" : "disable" : written);
        } catch (IllegalArgumentException e) {
            // without the cause, which repeats what is written
            throw new StartupException(
                    "DATABASE_URL: sslmode must be disable, allow, prefer, require, verify-ca or verify-full.");
        }
        if (system && mode != SslMode.VERIFY_FULL) {
            throw new StartupException("DATABASE_URL: sslrootcert=system goes with sslmode=verify-full only.");
        }
        return mode == SslMode.REQUIRE && root != null ? SslMode.VERIFY_CA : mode;
    }

    private static @Nullable Path file(String name, @Nullable String path) {
        if (path == null) {
            return null;
        }
        try {
            Path file = Path.of(path);
            if (Files.isReadable(file) && !Files.isDirectory(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // Told below, without the cause, which repeats what is written.
        }
        throw new StartupException("DATABASE_URL: the file of " + name + " can't be read.");
    }

    void applyTo(PgConnectOptions options) {
        if (mode == SslMode.DISABLE) {
            return;
        }
        ClientSSLOptions ssl = new ClientSSLOptions();
        if (root != null) {
            ssl.setTrustOptions(new PemTrustOptions().addCertPath(root.toString()));
        }
        if (certificate != null && key != null) {
            ssl.setKeyCertOptions(new PemKeyCertOptions()
                    .addCertPath(certificate.toString())
                    .addKeyPath(key.file().toString()));
        }
        if (mode == SslMode.VERIFY_FULL) {
            ssl.setHostnameVerificationAlgorithm("HTTPS");
        } else {
            ssl.setHostnameVerificationAlgorithm("").setTrustAll(mode != SslMode.VERIFY_CA);
        }
        options.setSslMode(mode).setSslOptions(ssl);
    }

    void applyTo(PGSimpleDataSource source) {
        source.setSslmode(mode.value);
        if (root != null) {
            source.setSslRootCert(root.toString());
        }
        if (certificate != null && key != null) {
            source.setSslCert(certificate.toString());
            source.setSslKey(key.file().toString());
            source.setPemKeyAlgorithm(key.algorithm());
        }
        if (root == null && (mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL)) {
            // pgjdbc looks for a root.crt in the home folder; the Vert.x client asks the JVM's own authorities
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }
}
