package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every answer forbids the browser what no page of ours needs, also answers to what is hardly HTTP. */
class HeadersTest extends LimitsServer {
    private static final List<String> NEEDED = List.of(
            "content-security-policy: default-src 'none'; script-src 'self'",
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "referrer-policy: no-referrer",
            "cross-origin-opener-policy: same-origin",
            "permissions-policy: camera=()");

    @Test
    void everyAnswerCarriesThem() {
        String long9000 = "x".repeat(9_000);
        for (String request : List.of(
                "GET / HTTP/1.1",
                "GET /app/api.js HTTP/1.1",
                "GET /gibtesnicht HTTP/1.1",
                "GET /metrics HTTP/1.1",
                "GET /health/live HTTP/1.1",
                "GET /api/v1/templates HTTP/1.1",
                "GET /api/v1/rooms HTTP/1.1",
                "GET /collab/unsinn HTTP/1.1",
                "POST /api/v1/login HTTP/1.1\r\nContent-Length: 99999999",
                "GET /" + long9000 + " HTTP/1.1",
                "GET / HTTP/1.1\r\nX-Long: " + long9000,
                "GET /../../etc/passwd HTTP/1.1",
                "GET /..%2f..%2f..%2fetc/passwd HTTP/1.1",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /..%5c..%5cetc/passwd HTTP/1.1",
                "GET /app/%00.js HTTP/1.1",
                "GET /index.html%00 HTTP/1.1",
                "GET /.git/config HTTP/1.1",
                "BREW /pot HTTP/1.1")) {
            String head = head(request);
            String what = request.substring(0, Math.min(60, request.length()));
            for (String header : NEEDED) {
                assertTrue(head.toLowerCase(Locale.ROOT).contains(header), what + " lacks " + header + ":\n" + head);
            }
            assertTrue(!head.contains("Strict-Transport-Security"), what);
            assertTrue(!head.contains(" 500 "), what + ":\n" + head);
            if (request.contains("passwd") || request.contains("%00") || request.contains(".git")) {
                assertTrue(
                        head.contains(" 404 ") || head.contains(" 400 ") || head.contains(" 403 "),
                        what + ":\n" + head);
            }
        }
    }

    private String head(String request) {
        try (RawSocket socket = RawSocket.connect(server.base())) {
            socket.write((request + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return socket.head();
        }
    }
}
