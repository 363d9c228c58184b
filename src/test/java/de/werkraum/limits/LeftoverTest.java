package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** An open socket keeps nothing of the HTTP connection it began with. */
class LeftoverTest extends LimitsServer {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SOCKETS = 200;
    private static final String SOCKET = "io.vertx.core.http.impl.WebSocketConnectionImpl";
    private static final String HTTP = "io.vertx.core.http.impl.Http1xServerConnection";

    @Test
    void theHttpConnectionGoesWhenTheSocketIsOpen() {
        int before = alive(HTTP);
        Workshop room = workshop();
        Api screen = room.viewer("Leinwand").api();
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < SOCKETS; i++) {
            sockets.add(RawSocket.enter(room, screen));
        }
        sockets.forEach(socket -> socket.readUntil("step 1", frame -> frame.type() == Message.SYNC));
        Conditions.await("only HTTP connections in use are in memory", LIMIT, () -> alive(HTTP) < before + SOCKETS / 2);
        assertTrue(alive(SOCKET) >= SOCKETS, "the sockets are open");
        sockets.forEach(RawSocket::close);
    }

    /** Reachable objects of a class of this JVM, the server's among them. */
    private static int alive(String type) {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            Matcher line = Pattern.compile("(\\d+)\\s+\\d+\\s+" + Pattern.quote(type) + "(?:\\s|$)", Pattern.MULTILINE)
                    .matcher(histogram);
            return line.find() ? Integer.parseInt(line.group(1)) : 0;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
