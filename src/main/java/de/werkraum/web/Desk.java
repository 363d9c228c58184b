package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.metrics.Metrics;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Hocuspocus;
import de.werkraum.wire.ProviderFrame;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One provider's socket, which carries several documents: each logs in by a token, is from then on a connection of its own to its room, and may be left while
 * the others stay. On the socket's event loop.
 */
final class Desk {
    /** A version to come asks by a lone byte whether anybody is there. */
    private static final int SIGN_OF_LIFE = 1;

    private final Admission admission;
    private final Spoken spoken;
    private final Limits.Providers limits;
    private final String urlToken;
    private final Socket socket;
    private final Held held;
    private final Map<String, Document> documents = new HashMap<>();
    private final Set<UUID> members = new HashSet<>();
    private int failedLogins;
    /** Since when no document was open or waited for, by {@link System#nanoTime}. */
    private long emptySince = System.nanoTime();

    /** @param urlToken for documents that show none of their own; may be empty */
    Desk(
            ServerWebSocket websocket,
            Context loop,
            Limits limits,
            Metrics metrics,
            Ledger ledger,
            Admission admission,
            Spoken spoken,
            String urlToken) {
        this.admission = admission;
        this.spoken = spoken;
        this.limits = limits.providers();
        this.urlToken = urlToken;
        socket = new Socket(
                websocket,
                new Hocuspocus(""),
                loop,
                limits,
                metrics,
                ledger,
                Ledger.STRANGERS,
                this::receive,
                code -> admission.closed(members, code));
        held = new Held(limits, ledger.open(Ledger.STRANGERS, why -> loop.runOnContext(there -> socket.goodbye(why))));
    }

    Socket socket() {
        return socket;
    }

    private void receive(byte[] bytes) {
        if (bytes.length == SIGN_OF_LIFE) {
            socket.spare(bytes.length);
            return;
        }
        try {
            take(ProviderFrame.of(bytes), bytes);
        } catch (MalformedUpdateException e) {
            socket.goodbye(documents.isEmpty() ? Goodbye.OTHER_PROVIDER : Goodbye.MALFORMED);
        }
    }

    private void take(ProviderFrame frame, byte[] bytes) {
        Document document = documents.get(frame.key());
        if (document == null) {
            if (documents.size() == limits.documentsPerSocket()) {
                documents.values().removeIf(Document::over);
            }
            if (documents.size() == limits.documentsPerSocket()) {
                socket.goodbye(Goodbye.FLOODING);
                return;
            }
            document = new Document(frame.name(), spoken.of(frame.key()), System.nanoTime());
            documents.put(frame.key(), document);
        }
        if (frame.type() == ProviderFrame.AUTH) {
            auth(document, Login.of(frame, bytes), bytes.length);
        } else if (frame.type() == ProviderFrame.CLOSE) {
            leave(document);
            socket.spare(bytes.length);
        } else {
            pass(document, bytes);
        }
    }

    private void pass(Document document, byte[] bytes) {
        if (document.waits() && !urlToken.isEmpty()) {
            // Version 2 without a token of its own says nothing of one.
            Future<Void> unused = login(document, new Login(urlToken, false));
        }
        Seat seat = document.seat();
        if (seat != null) {
            seat.receive(bytes);
        } else if (!document.waits()) {
            socket.spare(bytes.length);
        } else if (!held.add(document, bytes)) {
            refuse(document, "token");
            socket.spare(bytes.length);
        }
    }

    private void auth(Document document, Login login, int bytes) {
        Seat seat = document.seat();
        Future<Void> done = seat == null
                ? login(document, login)
                : seat.taken() ? renew(document, seat, login) : Future.succeededFuture();
        done.onComplete(any -> socket.spare(bytes));
    }

    /** Opens a document; what it has said so far goes to its room. */
    private Future<Void> login(Document document, Login login) {
        if (failedLogins == limits.documentsPerSocket()) {
            socket.goodbye(Goodbye.FLOODING);
            return Future.succeededFuture();
        }
        Seat seat = new Seat(socket, document.dialect(), login.versioned(), this::several, held.take(document));
        document.sit(seat);
        return enter(document, seat, token(login));
    }

    private String token(Login login) {
        return login.token().isEmpty() ? urlToken : login.token();
    }

    private Future<Void> enter(Document document, Seat seat, String token) {
        return admission
                .admit(document.name(), token)
                .compose(caller -> admission.enter(known(seat, caller), seat))
                .onSuccess(seat::entered)
                .onFailure(failure -> notEntered(document, seat, failure))
                .mapEmpty();
    }

    /** Whose seat it is has turned out, and with the first also whose socket. */
    private Caller known(Seat seat, Caller caller) {
        seat.belongs(caller.id());
        if (members.add(caller.id()) && members.size() == 1 && !seat.left()) {
            socket.account(caller.id());
        }
        return caller;
    }

    private void notEntered(Document document, Seat seat, Throwable failure) {
        boolean told = seat.left();
        seat.refused();
        String reason = Admission.reason(failure);
        if (told || socket.closed()) {
            return;
        }
        if (reason == null) {
            // A provider that was refused asks again after 30 s at the earliest, one whose socket is closed at once.
            socket.goodbye(Outage.is(failure) ? Goodbye.FULL : Entering.refusal(failure));
        } else {
            failedLogins++;
            refuse(document, reason);
        }
    }

    /** Its token has been renewed, or taken from it: then, or if it is somebody else's, the provider is to log in anew. */
    private Future<Void> renew(Document document, Seat seat, Login login) {
        return admission
                .look(document.name(), token(login))
                .onSuccess(caller -> {
                    if (!seat.renew(caller.id(), caller.claims().expires())) {
                        expired(seat);
                    }
                })
                .onFailure(failure -> {
                    if (Admission.reason(failure) != null) {
                        expired(seat);
                    }
                })
                .mapEmpty();
    }

    private void expired(Seat seat) {
        if (!seat.left()) {
            seat.farewell(Goodbye.EXPIRED.reason());
            socket.goodbye(Goodbye.EXPIRED);
        }
    }

    private void leave(Document document) {
        Seat seat = document.seat();
        drop(document);
        if (seat != null) {
            seat.farewell("provider_initiated");
            seat.leave();
        }
    }

    /** Says why a document is not to be had; what comes for it afterwards means nothing until it logs in again. */
    private void refuse(Document document, String reason) {
        drop(document);
        socket.deliver(document.dialect(), List.of(), List.of(document.dialect().refusal(reason)), null);
    }

    private void drop(Document document) {
        held.take(document).forEach(message -> socket.handled(message.length));
    }

    /** Whether more than one document is open, or waited for. */
    private boolean several() {
        return documents.values().stream().filter(document -> !document.over()).count() > 1;
    }

    /** To be called every now and then: documents that show no token are refused, a socket without any is closed. */
    void look(long now) {
        long patience = TimeUnit.SECONDS.toNanos(limits.loginSeconds());
        boolean empty = true;
        for (Document document : documents.values()) {
            if (document.overdue(patience, now)) {
                refuse(document, "token");
            }
            empty &= document.over();
        }
        if (!empty) {
            emptySince = now;
        } else if (now - emptySince > TimeUnit.SECONDS.toNanos(limits.openingSeconds())) {
            socket.goodbye(Goodbye.NO_DOCUMENT);
        }
    }

    /** The socket has ended. */
    void ended() {
        held.end();
        for (Document document : documents.values()) {
            Seat seat = document.seat();
            if (seat != null) {
                seat.leave();
            }
        }
    }
}
