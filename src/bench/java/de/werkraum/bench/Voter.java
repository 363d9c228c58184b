package de.werkraum.bench;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.Encoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;

/** One socket of the load: it sends ballots one after the other and notes when each was answered. On its own event loop only. */
final class Voter {
    private static final int EVENT = 100;

    private final WebSocket socket;
    private final Promise<Void> greeted = Promise.promise();
    private Promise<Long> answer = Promise.promise();
    private int id;
    private long tallyAt;
    private volatile int closings;
    private String tally = "";

    Voter(WebSocket socket) {
        this.socket = socket;
        socket.binaryMessageHandler(this::hear);
    }

    /** Completes when the server has told the room. */
    Future<Void> greeted() {
        return greeted.future();
    }

    private void hear(Buffer message) {
        Decoder decoder = new Decoder(message.getBytes());
        if (decoder.readVarUint() != EVENT) {
            return;
        }
        String event = decoder.readVarString();
        if (event.startsWith("{\"type\":\"ok\"")) {
            answer.tryComplete(System.nanoTime());
        } else if (event.startsWith("{\"type\":\"error\"")) {
            answer.tryFail(event);
        } else if (event.startsWith("{\"type\":\"tally\"")) {
            tallyAt = System.nanoTime();
            tally = event;
        } else if (event.startsWith("{\"type\":\"poll\"") && event.contains("\"state\":\"closed\"")) {
            closings++;
        } else if (event.startsWith("{\"type\":\"room\"")) {
            greeted.tryComplete();
        }
    }

    /** Casts; answers the nanoseconds from sending to {@code ok}. */
    Future<Long> cast(String poll, JsonObject choices) {
        answer = Promise.promise();
        JsonObject ballot = new JsonObject()
                .put("type", "ballot")
                .put("id", ++id)
                .put("poll", poll)
                .put("choices", choices);
        Encoder encoder = new Encoder();
        encoder.writeVarUint(EVENT);
        encoder.writeVarString(ballot.encode());
        long sent = System.nanoTime();
        socket.writeBinaryMessage(Buffer.buffer(encoder.toByteArray()));
        return answer.future().map(at -> at - sent);
    }

    /** The running tally heard last. */
    JsonObject tally() {
        return tally.isEmpty() ? new JsonObject() : new JsonObject(tally);
    }

    /** When it was heard, by {@link System#nanoTime}. */
    long tallyAt() {
        return tallyAt;
    }

    /** How often a closed poll was told. */
    int closings() {
        return closings;
    }

    void close() {
        socket.close();
    }
}
