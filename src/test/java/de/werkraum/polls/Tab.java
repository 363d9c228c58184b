package de.werkraum.polls;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.Encoder;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A person's browser tab in a room: the WebSocket with events. */
final class Tab extends Ear {
    private static final int EVENT = 100;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private CompletableFuture<WebSocket> sent;

    private Tab(URI address) {
        socket =
                CLIENT.newWebSocketBuilder().buildAsync(address, new Listener()).join();
        sent = CompletableFuture.completedFuture(socket);
    }

    static Tab open(Api who, String roomPath) {
        String room = roomPath.substring(roomPath.lastIndexOf('/') + 1);
        URI http = who.base().resolve("/collab/" + room + "?events=1&token=" + who.token());
        Tab tab = new Tab(URI.create(http.toString().replaceFirst("^http", "ws")));
        tab.hears("room", event -> true);
        return tab;
    }

    private final class Listener implements WebSocket.Listener {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            message.writeBytes(part);
            if (last) {
                Decoder decoder = new Decoder(message.toByteArray());
                message.reset();
                if (decoder.readVarUint() == EVENT) {
                    heard.add(Api.parse(decoder.readVarString()));
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Sends a ballot; answers the number that its answer will carry. */
    synchronized int send(Question question, Object choices) {
        int id = ids.incrementAndGet();
        Encoder encoder = new Encoder();
        encoder.writeVarUint(EVENT);
        encoder.writeVarString(
                Api.json(Api.object("type", "ballot", "id", id, "poll", question.id(), "choices", choices)));
        ByteBuffer bytes = ByteBuffer.wrap(encoder.toByteArray());
        sent = sent.thenCompose(before -> socket.sendBinary(bytes, true));
        return id;
    }

    /** The answer to a ballot: {@code ok} or {@code error}. */
    JsonNode answer(int id) {
        JsonNode[] found = new JsonNode[1];
        Conditions.await("an answer to ballot " + id, Duration.ofSeconds(20), () -> {
            for (JsonNode event : heard) {
                if (event.path("id").asInt() == id
                        && !event.path("type").asText().equals("room")) {
                    found[0] = event;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    JsonNode cast(Question question, Object choices) {
        return answer(send(question, choices));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
