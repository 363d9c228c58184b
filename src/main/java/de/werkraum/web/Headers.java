package de.werkraum.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser it may not do. Immutable. */
final class Headers {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=()";
    /** A year, as browsers' lists ask for; without subdomains, which are not ours to decide on. */
    private static final String ONLY_TLS = "max-age=31536000";

    private static final Map<String, String> OF_ANYTHING =
            Map.of("X-Content-Type-Options", "nosniff", "Cross-Origin-Resource-Policy", "same-origin");

    private final Map<String, String> headers = new LinkedHashMap<>(OF_ANYTHING);

    /** @param secure whether browsers come by TLS, and are to do so always */
    Headers(boolean secure) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        if (secure) {
            headers.put("Strict-Transport-Security", ONLY_TLS);
        }
    }

    /** To scripts, style sheets and pictures: the rest binds documents, and is half a kilobyte that each of them would carry. */
    static void putToFile(HttpServerResponse response) {
        OF_ANYTHING.forEach(response::putHeader);
    }

    void put(HttpServerResponse response) {
        headers.forEach(response::putHeader);
    }
}
