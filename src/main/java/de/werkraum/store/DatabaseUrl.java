package de.werkraum.store;

import de.werkraum.problem.StartupException;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is, read once from {@code postgresql://user:password@host:port/database?sslmode=…}.
 *
 * @param parameters of the query: {@code sslmode}, {@code sslrootcert}, {@code application_name}
 */
record DatabaseUrl(
        String host, int port, String database, String user, String password, Map<String, String> parameters) {

    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> KNOWN = Set.of("sslmode", "sslrootcert", "application_name");
    private static final String FORM = "DATABASE_URL must look like postgresql://user:password@host:5432/database";

    /**
     * Reads an address.
     *
     * @throws StartupException without the address in its sentence, since that holds the password
     */
    static DatabaseUrl parse(String url) {
        URI uri = uri(url);
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw new StartupException(FORM + ".");
        }
        String[] login = credentials(uri);
        String host = uri.getHost();
        String path = uri.getRawPath();
        if (host == null || path == null || path.length() < 2) {
            throw new StartupException(FORM + "; host or database is missing.");
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseUrl(
                bare, port, decode(path.substring(1)), login[0], login[1], parameters(uri.getRawQuery()));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            // the cause would repeat the address, and with it the password
            throw new StartupException(
                    FORM + "; characters such as @ / # in user or password are written as %40 %2F %23.");
        }
    }

    private static String[] credentials(URI uri) {
        String info = uri.getRawUserInfo();
        if (info == null || info.isEmpty()) {
            throw new StartupException(FORM + "; the user is missing.");
        }
        int colon = info.indexOf(':');
        String user = colon < 0 ? info : info.substring(0, colon);
        return new String[] {decode(user), colon < 0 ? "" : decode(info.substring(colon + 1))};
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : decode(pair.substring(0, equals));
            if (!KNOWN.contains(name) || equals < 0) {
                throw new StartupException("DATABASE_URL: of query parameters only sslmode, sslrootcert and"
                        + " application_name are understood, each with a value.");
            }
            parameters.put(name, decode(pair.substring(equals + 1)));
        }
        return Map.copyOf(parameters);
    }

    /** A plus sign is itself, as libpq has it; only percent sequences are decoded. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartupException("DATABASE_URL: a % is not followed by two hexadecimal digits.", e);
        }
    }

    /** For the Vert.x client. */
    PgConnectOptions connectOptions() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .addProperty("application_name", parameters.getOrDefault("application_name", "werkraum"));
        SslMode mode = sslMode();
        if (mode != SslMode.DISABLE) {
            options.setSslMode(mode).setSslOptions(sslOptions(mode));
        }
        return options;
    }

    /** libpq's meaning: encrypt without asking who answers, unless a verify-… mode is asked for. */
    private ClientSSLOptions sslOptions(SslMode mode) {
        ClientSSLOptions ssl = new ClientSSLOptions();
        String root = parameters.get("sslrootcert");
        if (root != null) {
            ssl.setTrustOptions(new PemTrustOptions().addCertPath(root));
        }
        if (mode == SslMode.VERIFY_FULL) {
            return ssl.setHostnameVerificationAlgorithm("HTTPS");
        }
        return ssl.setHostnameVerificationAlgorithm("").setTrustAll(mode != SslMode.VERIFY_CA);
    }

    private SslMode sslMode() {
        try {
            return SslMode.of(parameters.getOrDefault("sslmode", "disable"));
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    "DATABASE_URL: sslmode must be disable, allow, prefer, require, verify-ca or verify-full.", e);
        }
    }

    /** For Flyway, which speaks JDBC, and for what happens before the Vert.x client. */
    DataSource dataSource() {
        return dataSource(0);
    }

    /** @param answerSeconds longest wait for an answer of PostgreSQL; 0 waits for ever, as migrations may take long */
    DataSource dataSource(int answerSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setSocketTimeout(answerSeconds);
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(parameters.getOrDefault("application_name", "werkraum"));
        source.setSslmode(parameters.getOrDefault("sslmode", "disable"));
        String root = parameters.get("sslrootcert");
        if (root != null) {
            source.setSslRootCert(root);
        } else if (sslMode() == SslMode.VERIFY_CA || sslMode() == SslMode.VERIFY_FULL) {
            // pgjdbc looks for a root.crt in the home folder; the Vert.x client asks the JVM's own authorities
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return source;
    }

    /** Neither password nor parameters. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
