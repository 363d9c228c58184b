package de.werkraum.outside;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where something lies on another server.
 *
 * @param host in small letters; an IPv6 address in brackets
 * @param path with the query, if there is one
 */
public record Place(boolean tls, String host, int port, String path) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Reads an {@code http} or {@code https} address without name and password; empty where it is none. */
    public static Optional<Place> of(String url) {
        try {
            URI uri = new URI(new URI(url).toASCIIString());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean tls = scheme.equals("https");
            if ((!tls && !scheme.equals("http")) || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            if (uri.getRawFragment() != null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(new Place(tls, uri.getHost().toLowerCase(Locale.ROOT), port, path + query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * A request to it, by the address that {@link Outside} has found. It is not led elsewhere.
     *
     * @param seconds it may take to be reached, and then be silent
     */
    public RequestOptions request(HttpMethod method, SocketAddress server, int seconds) {
        long most = TimeUnit.SECONDS.toMillis(seconds);
        return new RequestOptions()
                .setMethod(method)
                .setServer(server)
                .setHost(host)
                .setPort(port)
                .setSsl(tls)
                .setURI(path)
                .setFollowRedirects(false)
                .setConnectTimeout(most)
                .setIdleTimeout(most);
    }
}
