package de.werkraum.limits;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Exposition;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients that leave at whatever moment, before they are answered too: nothing of them stays. */
class GivenUpTest extends LimitsServer {
    private static final int EACH = 200;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void abortedStreamsSocketsAndRequestsLeaveNothing() throws IOException {
        Workshop room = workshop();
        String token = room.viewer("Vera").api().token();
        String moderator = room.moderator("Mona").api().token();
        String stream = head("GET", room.path() + "/stream", token) + "\r\n";
        String socket = "GET /collab/" + room.id() + "?token=" + token + "&events=1 HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        String body = head("PUT", room.path() + "/plan", moderator)
                + "Content-Type: application/json\r\nContent-Length: 300000\r\n\r\n{\"goal\": \"";
        String question = head("GET", room.path() + "/plan", moderator) + "\r\n";
        for (String request : List.of(stream, socket, body, question)) {
            abort(room.organiser().base(), request);
        }
        // Each member's requests are answered in their order: when these are, all before them have been looked at.
        for (String member : List.of(token, moderator)) {
            Api.of(server.base()).as(member).get(room.path()).expect(200);
        }
        Conditions.await("nobody is connected", LIMIT, () -> connected(room) == 0);
        Conditions.await("no connection is counted", LIMIT, () -> metric("werkraum_connections{") == 0);
        Conditions.await("no body is held", LIMIT, () -> metric("werkraum_partial_bytes") == 0);
    }

    private static String head(String method, String path, String token) {
        return method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Sends the request on many connections and leaves after up to a few milliseconds, half of them without a goodbye. */
    private static void abort(URI base, String request) throws IOException {
        Random random = new Random(200);
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Socket socket = new Socket(base.getHost(), base.getPort());
            socket.setSoLinger(random.nextBoolean(), 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            open.add(socket);
            while (open.size() > random.nextInt(4)) {
                open.remove(random.nextInt(open.size())).close();
            }
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    private double metric(String start) {
        return Exposition.read(Api.of(server.base()).get("/metrics").body()).sum(start);
    }

    private int connected(Workshop room) {
        for (var one : room.organiser().get("/rooms").expect(200)) {
            if (one.get("id").asText().equals(room.id())) {
                return one.get("connected").asInt();
            }
        }
        throw new AssertionError("the room is not listed");
    }
}
