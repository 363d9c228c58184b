package de.werkraum.handover;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a calendar as somebody has typed it.
 *
 * @param path ends with a slash, as the names in it are below it
 */
record Collection(boolean tls, String host, int port, String path) {
    /** Reads an address; whoever can't be reached by it is told so. */
    static Collection of(String url) {
        try {
            URI uri = new URI(new URI(url).toASCIIString());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean tls = scheme.equals("https");
            boolean plain = scheme.equals("http");
            String host = uri.getHost();
            if ((!tls && !plain)
                    || host == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw Refusals.noAddress();
            }
            String path = uri.getRawPath();
            int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
            return new Collection(tls, host.toLowerCase(Locale.ROOT), port, path.endsWith("/") ? path : path + "/");
        } catch (URISyntaxException e) {
            throw Refusals.noAddress();
        }
    }
}
