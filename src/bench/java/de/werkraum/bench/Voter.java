package de.werkraum.bench;

import de.werkraum.crdt.Encoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One socket of the load: it sends ballots one after the other and notes when each was answered. On its own event loop only. */
final class Voter {
    private static final byte EVENT = 100;
    private static final byte[] OK = type("ok");
    private static final byte[] ERROR = type("error");
    private static final byte[] TALLY = type("tally");
    private static final byte[] POLL = type("poll");
    private static final byte[] ROOM = type("room");

    private final WebSocket socket;
    private final Promise<Void> greeted = Promise.promise();
    private Promise<Long> answer = Promise.promise();
    private int id;
    private long tallyAt;
    private volatile int closings;
    private volatile @Nullable Buffer tally;

    Voter(WebSocket socket) {
        this.socket = socket;
        socket.binaryMessageHandler(this::hear);
        socket.closeHandler(ended -> answer.tryFail("closed with " + socket.closeStatusCode()));
    }

    /** Completes when the server has told the room. */
    Future<Void> greeted() {
        return greeted.future();
    }

    /** Looks at bytes, not at text: the load is to take little of the machine that it shares with the server. */
    private void hear(Buffer message) {
        if (message.getByte(0) != EVENT) {
            return;
        }
        int start = text(message);
        if (says(message, start, OK)) {
            answer.tryComplete(System.nanoTime());
        } else if (says(message, start, TALLY)) {
            tallyAt = System.nanoTime();
            tally = message;
        } else if (says(message, start, POLL)) {
            if (event(message).getJsonObject("poll").getString("state").equals("closed")) {
                closings++;
            }
        } else if (says(message, start, ERROR)) {
            answer.tryFail(event(message).encode());
        } else if (says(message, start, ROOM)) {
            greeted.tryComplete();
        }
    }

    /** Where the text of an event begins: after its type and its length. */
    private static int text(Buffer message) {
        int start = 1;
        while (message.getByte(start) < 0) {
            start++;
        }
        return start + 1;
    }

    private static boolean says(Buffer message, int start, byte[] type) {
        for (int i = 0; i < type.length; i++) {
            if (start + i >= message.length() || message.getByte(start + i) != type[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] type(String name) {
        return ("{\"type\":\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject event(Buffer message) {
        return new JsonObject(message.getBuffer(text(message), message.length()));
    }

    /** Casts; answers the nanoseconds from sending to {@code ok}. */
    Future<Long> cast(String poll, String choices) {
        answer = Promise.promise();
        id++;
        String ballot =
                "{\"type\":\"ballot\",\"id\":" + id + ",\"poll\":\"" + poll + "\",\"choices\":" + choices + "}";
        Encoder encoder = new Encoder();
        encoder.writeVarUint(EVENT);
        encoder.writeVarString(ballot);
        long sent = System.nanoTime();
        socket.writeBinaryMessage(Buffer.buffer(encoder.toByteArray()));
        return answer.future().map(at -> at - sent);
    }

    /** The running tally heard last. */
    JsonObject tally() {
        Buffer heard = tally;
        return heard == null ? new JsonObject() : event(heard);
    }

    /** When it was heard, by {@link System#nanoTime}. */
    long tallyAt() {
        return tallyAt;
    }

    /** How often a closed poll was told. */
    int closings() {
        return closings;
    }
}
