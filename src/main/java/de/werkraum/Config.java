package de.werkraum;

import de.werkraum.cluster.Settings;
import de.werkraum.signon.Registration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the operator sets. The one place that reads the environment.
 *
 * @param host address HTTP listens on
 * @param port TCP port, 0 picks a free one
 * @param databaseUrl {@code postgresql://user:password@host:port/db}, or null for the embedded server
 * @param databaseConnections connections to PostgreSQL at most; every room's writes go through group commits, so few are busy at once
 * @param dataFolder folder of the embedded database
 * @param organiserKey the organiser's login key, {@code off} where none is to open anything, or null to generate one on the first start
 * @param signOn where people sign on, or null
 * @param publicUrl base of links and QR codes, or null for scheme and host of the request
 * @param retentionDays days after which personal data of a closed or abandoned room is erased
 * @param demo whether the first start creates a demo workshop
 * @param tls certificate and key, or null for plain HTTP
 * @param cluster how to find the other servers, or null for one that is alone
 * @param exporting how plans leave
 * @param limits bounds in time, size and number
 */
public record Config(
        String host,
        int port,
        @Nullable String databaseUrl,
        int databaseConnections,
        Path dataFolder,
        @Nullable String organiserKey,
        @Nullable Registration signOn,
        @Nullable URI publicUrl,
        int retentionDays,
        boolean demo,
        @Nullable Tls tls,
        @Nullable Settings cluster,
        Exporting exporting,
        Limits limits) {

    private static final String OFF = "off";

    /**
     * How plans leave.
     *
     * @param apart whether documents are made in processes of their own
     * @param style folder of the house's style, or null for a plain one
     * @param handoverHosts hosts that tasks may be handed over to though they lie in an internal network or have no TLS
     * @param hookHosts the same for hosts that acts may be reported to
     */
    public record Exporting(boolean apart, @Nullable Path style, Set<String> handoverHosts, Set<String> hookHosts) {}

    /**
     * Where TLS is served directly.
     *
     * @param certificates PEM file of the server's certificate and those that lead to its authority
     * @param key PEM file of its private key, PKCS 8
     */
    public record Tls(Path certificates, Path key) {}

    /**
     * Reads the variables named in the README.
     *
     * @throws IllegalArgumentException with one sentence for the operator if a value can't be used
     */
    public static Config of(Map<String, String> environment) {
        String databaseUrl = text(environment, "DATABASE_URL");
        String demo = text(environment, "WERKRAUM_DEMO");
        String publicUrl = text(environment, "WERKRAUM_PUBLIC_URL");
        String data = text(environment, "WERKRAUM_DATA");
        String host = text(environment, "WERKRAUM_HOST");
        Registration signOn = SignOnVariables.read(environment);
        return new Config(
                host == null ? "127.0.0.1" : host,
                number(environment, "WERKRAUM_PORT", 8080, 0, 65_535),
                databaseUrl,
                number(environment, "WERKRAUM_DATABASE_CONNECTIONS", 12, 2, 1_000),
                Path.of(data == null ? "data" : data),
                organiserKey(environment, signOn),
                signOn,
                publicUrl == null ? null : url(publicUrl),
                number(environment, "WERKRAUM_RETENTION_DAYS", 90, 1, 36_500),
                demo == null ? databaseUrl == null : !demo.equalsIgnoreCase("false"),
                tls(text(environment, "WERKRAUM_TLS_CERT"), text(environment, "WERKRAUM_TLS_KEY")),
                ClusterVariables.read(environment),
                new Exporting(
                        apart(text(environment, "WERKRAUM_EXPORTS")),
                        path(environment, "WERKRAUM_STYLE"),
                        hosts(environment, "WERKRAUM_HANDOVER_HOSTS"),
                        hosts(environment, "WERKRAUM_HOOKS_ALLOW")),
                Limits.standard());
    }

    /** The same with other limits. */
    public Config with(Limits others) {
        return new Config(
                host,
                port,
                databaseUrl,
                databaseConnections,
                dataFolder,
                organiserKey,
                signOn,
                publicUrl,
                retentionDays,
                demo,
                tls,
                cluster,
                exporting,
                others);
    }

    /**
     * Whether log lines are to be JSON: {@code WERKRAUM_LOG}.
     *
     * @throws IllegalArgumentException with one sentence for the operator if it is neither {@code text} nor {@code json}
     */
    public static boolean logsJson(Map<String, String> environment) {
        String log = text(environment, "WERKRAUM_LOG");
        if (log == null || log.equals("text") || log.equals("json")) {
            return "json".equals(log);
        }
        throw new IllegalArgumentException("WERKRAUM_LOG must be text or json.");
    }

    private static boolean apart(@Nullable String exports) {
        if (exports == null || exports.equals("apart") || exports.equals("within")) {
            return !"within".equals(exports);
        }
        throw new IllegalArgumentException("WERKRAUM_EXPORTS must be apart or within.");
    }

    /** Base of links and QR codes where one is set. */
    public @Nullable String joinUrl() {
        return publicUrl == null ? null : publicUrl.toString();
    }

    /** Whether no key opens anything: organisers sign on at the provider. */
    public boolean keyOff() {
        return OFF.equals(organiserKey);
    }

    /** Whoever takes the key away must leave another way in. */
    private static @Nullable String organiserKey(Map<String, String> environment, @Nullable Registration signOn) {
        String key = text(environment, "WERKRAUM_ORGANISER_KEY");
        if (OFF.equals(key) && (signOn == null || signOn.organisers() == null)) {
            throw new IllegalArgumentException(
                    "WERKRAUM_ORGANISER_KEY: off leaves nobody a way in without WERKRAUM_OIDC_ISSUER and WERKRAUM_OIDC_ORGANISERS.");
        }
        return key;
    }

    /** Whether browsers reach this server by TLS, its own or a proxy's. */
    public boolean secure() {
        return tls != null || (publicUrl != null && "https".equals(publicUrl.getScheme()));
    }

    private static @Nullable Tls tls(@Nullable String certificates, @Nullable String key) {
        if (certificates == null && key == null) {
            return null;
        }
        if (certificates == null
                || key == null
                || !Files.isReadable(Path.of(certificates))
                || !Files.isReadable(Path.of(key))) {
            throw new IllegalArgumentException(
                    "WERKRAUM_TLS_CERT and WERKRAUM_TLS_KEY must both name a PEM file that can be read.");
        }
        return new Tls(Path.of(certificates), Path.of(key));
    }

    static @Nullable String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable Path path(Map<String, String> environment, String name) {
        String value = text(environment, name);
        return value == null ? null : Path.of(value);
    }

    /** Names with commas between them, in small letters as addresses are compared. */
    private static Set<String> hosts(Map<String, String> environment, String name) {
        String value = text(environment, name);
        return value == null
                ? Set.of()
                : Stream.of(value.split(",", -1))
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    static int number(Map<String, String> environment, String name, int absent, int least, int most) {
        String value = text(environment, name);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + most + ".");
    }

    private static URI url(String value) {
        try {
            URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "WERKRAUM_PUBLIC_URL must be an http or https address such as https://werkraum.example.");
    }
}
