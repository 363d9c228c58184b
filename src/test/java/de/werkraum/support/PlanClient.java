package de.werkraum.support;

import de.werkraum.crdt.Doc;
import de.werkraum.sync.Message;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A stock client's part of y-websocket in Java: a replica of the plan that sends its edits and takes the others'. Thread-safe. */
public final class PlanClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Doc doc = new Doc();
    private final CompletableFuture<WebSocket> socket;
    private CompletableFuture<?> sent;
    private boolean synced;
    private volatile int closedWith;

    private PlanClient(URI address) {
        // Messages come, and answers to them wait, before the socket is known here.
        socket = new CompletableFuture<>();
        sent = socket;
        CompletableFuture<WebSocket> unused = CLIENT.newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .whenComplete((open, failure) -> {
                    if (failure == null) {
                        socket.complete(open);
                    } else {
                        socket.completeExceptionally(failure);
                    }
                });
    }

    /** Connects and waits until the replica holds what the server has. */
    public static PlanClient open(Api who, String roomPath) {
        String room = roomPath.substring(roomPath.lastIndexOf('/') + 1);
        URI http = who.base().resolve("/collab/" + room + "?token=" + who.token());
        PlanClient client = new PlanClient(URI.create(http.toString().replaceFirst("^http", "ws")));
        client.send(Message.sync(Message.STEP_1, client.doc.encodeStateVector()));
        Conditions.await("the replica is synced", LIMIT, client::synced);
        return client;
    }

    private synchronized boolean synced() {
        return synced;
    }

    /** Edits the replica and sends the edit. */
    public synchronized void edit(Consumer<Doc> edit) {
        byte[] update = doc.transact(() -> edit.accept(doc));
        if (update.length > 0) {
            send(Message.sync(Message.UPDATE, update));
        }
    }

    /** Waits until the replica is as described. */
    public void awaits(String what, Predicate<Doc> condition) {
        Conditions.await(what, LIMIT, () -> {
            synchronized (this) {
                return condition.test(doc);
            }
        });
    }

    /** The close code, once the server has closed; 0 before. */
    public int closedWith() {
        return closedWith;
    }

    /** Sends a whole message. */
    public synchronized void send(byte[] message) {
        sent = sent.thenCombine(socket, (before, open) -> open)
                .thenCompose(open -> open.sendBinary(ByteBuffer.wrap(message), true));
    }

    private synchronized void take(byte[] bytes) {
        Message message = Message.decode(bytes);
        if (message instanceof Message.Step1 step1) {
            send(Message.sync(Message.STEP_2, doc.encodeStateAsUpdate(step1.stateVector())));
        } else if (message instanceof Message.Step2 step2) {
            doc.applyUpdate(step2.update());
            synced = true;
        } else if (message instanceof Message.Update update) {
            doc.applyUpdate(update.update());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            message.writeBytes(part);
            if (last) {
                take(message.toByteArray());
                message.reset();
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closedWith = code;
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        socket.thenAccept(WebSocket::abort).join();
    }
}
