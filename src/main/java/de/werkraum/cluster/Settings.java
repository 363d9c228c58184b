package de.werkraum.cluster;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server finds the others and is found by them.
 *
 * @param host own address, as the others reach it
 * @param port the first of three: of the members' list; the next is the bus, the one after it requests that are passed on
 * @param members all servers, {@code host:port}, this one too; empty where {@code dns} says who they are
 * @param dns a name whose addresses are the servers, as Kubernetes has it for a headless service; or null
 * @param tls own certificate, its key and whom to believe, between servers; null for plain TCP
 */
public record Settings(String host, int port, List<String> members, @Nullable String dns, @Nullable Tls tls) {
    /**
     * PEM files.
     *
     * @param authority whose certificates are believed, and no others
     */
    public record Tls(Path certificates, Path key, Path authority) {
        /** For one end of a connection between servers. */
        public void secure(TCPSSLOptions options) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .addCertPath(certificates.toString())
                            .addKeyPath(key.toString()))
                    .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()));
        }
    }

    /** Where messages between servers arrive. */
    public int busPort() {
        return port + 1;
    }

    /** Where requests that another server passes on arrive. */
    public int httpPort() {
        return port + 2;
    }

    /** The port of messages of a server, by its port for requests: it is open from its first moment to its last. */
    public static int busPort(int httpPort) {
        return httpPort - 1;
    }

    /** Where the others pass requests on to. */
    public String http() {
        return host + ":" + httpPort();
    }
}
