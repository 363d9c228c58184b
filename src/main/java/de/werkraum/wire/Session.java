package de.werkraum.wire;

import de.werkraum.access.Member;
import de.werkraum.pace.Flow;
import de.werkraum.sync.Message;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection of a member to a room: a socket or an event stream. Lives on the room's event loop. */
public final class Session {
    private static final List<Outgoing> NO_LETTERS = List.of();

    private final Inlet room;
    private final Outlet outlet;
    private final Kind kind;
    private Instant expires;
    private final Flow flow;
    private final News news;
    private List<Outgoing> letters = NO_LETTERS;
    private boolean present;
    private boolean spoke;
    private Member member;
    private long lastSent;
    private long heardAt;

    /** Where what a client says goes: its room. On the room's event loop, but for {@link #here}. */
    public interface Inlet {
        /** The event loop of the room. */
        Context context();

        /** Whether the caller is on that event loop. */
        boolean here();

        /** A message has come; it waits as bytes, which bound what it holds, and is decoded when its turn has come. */
        void receive(Session session, byte[] message);

        /** The connection has ended. */
        void leave(Session session);

        /** Its member has shown a token that is good until then. */
        default void renewed(Session session, Instant until) {}
    }

    /** What a connection can hear. */
    public enum Kind {
        /** A stock y-websocket client: sync and awareness. */
        SYNC(true, false, false),
        /** A client that asked for events as well. */
        SYNC_AND_EVENTS(true, true, true),
        /** A client that hears no events, but what becomes of its work and whether it may write; it is asked for what it has when it asks. */
        PROVIDER(true, false, true),
        /** Server-sent events only. */
        EVENTS(false, true, false);

        private final boolean syncs;
        private final boolean hears;
        private final boolean news;

        Kind(boolean syncs, boolean hears, boolean news) {
            this.syncs = syncs;
            this.hears = hears;
            this.news = news;
        }
    }

    /**
     * @param room where its messages go
     * @param expires when its token does
     * @param flow the member's messages, those of its other connections too
     * @param news what becomes of its work
     */
    public Session(Inlet room, Member member, Outlet outlet, Kind kind, Instant expires, Flow flow, News news) {
        this.room = room;
        this.member = member;
        this.outlet = outlet;
        this.kind = kind;
        this.expires = expires;
        this.flow = flow;
        this.news = news;
    }

    /** A message has come. May be called from any thread; messages of one connection keep their order. */
    public void receive(byte[] message) {
        long arrived = System.nanoTime();
        if (room.here()) {
            receive(message, arrived);
        } else {
            room.context().runOnContext(there -> receive(message, arrived));
        }
    }

    private void receive(byte[] message, long arrived) {
        heardAt = arrived;
        room.receive(this, message);
    }

    /** The connection has ended. May be called from any thread. */
    public void leave() {
        room.context().runOnContext(there -> room.leave(this));
    }

    /** The room has dealt with one message, of that many bytes. May be called from any thread. */
    public void handled(int bytes) {
        outlet.handled(bytes);
    }

    /**
     * What the client says with these bytes.
     *
     * @throws de.werkraum.crdt.MalformedUpdateException if they are no whole message of its dialect
     */
    public Message decode(byte[] bytes) {
        return outlet.dialect().decode(bytes);
    }

    /** Whether nothing has come of this connection before: true once. */
    public boolean first() {
        boolean first = !spoke;
        spoke = true;
        return first;
    }

    /** When the message that is being dealt with arrived, by {@link System#nanoTime()}. */
    long heardAt() {
        return heardAt;
    }

    /** What this connection can hear, as a word for metrics. */
    public String kind() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whose connection it is. */
    public Member member() {
        return member;
    }

    /** Name, organisation and role change at once on open connections. */
    public void become(Member changed) {
        member = changed;
    }

    /** Where its messages leave. */
    public Outlet outlet() {
        return outlet;
    }

    /** Whether it hears of edits and presence. */
    public boolean syncs() {
        return kind.syncs;
    }

    /** Whether it hears of what becomes of its own work. */
    public boolean hearsNews() {
        return kind.news;
    }

    /** Whether it hears that it may write or may not, and is asked for what it has when it asks; others hear it by events and are asked first. */
    public boolean hearsRights() {
        return kind == Kind.PROVIDER;
    }

    /** Whether it hears events. */
    public boolean hearsEvents() {
        return kind.hears;
    }

    /** A message for this connection alone, to wait for the room's next write. */
    void letter(Outgoing message) {
        if (letters.isEmpty()) {
            letters = new ArrayList<>(2);
        }
        letters.add(message);
    }

    /** The waiting letters, which wait no longer, and what of this connection's work is saved if that has changed. */
    List<Outgoing> takeLetters() {
        Outgoing newest = hearsNews() ? news.take() : null;
        if (letters.isEmpty() && newest == null) {
            return NO_LETTERS;
        }
        List<Outgoing> taken = letters;
        letters = NO_LETTERS;
        if (newest != null) {
            taken = new ArrayList<>(taken);
            taken.add(newest);
        }
        return taken;
    }

    /** The member's messages, those of its other connections too. */
    public Flow flow() {
        return flow;
    }

    /** Whether it is one of the room's connections. */
    public boolean present() {
        return present;
    }

    /** It has entered, or left. */
    public void present(boolean now) {
        present = now;
    }

    /** Its member has shown a token that is good until then. May be called from any thread. */
    public void renew(Instant until) {
        room.context().runOnContext(there -> {
            expires = until;
            room.renewed(this, until);
        });
    }

    /** Whether its token has expired. */
    public boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    /** Whether nothing was sent for that long; the caller then sends something. Of a connection of another server, that one knows. */
    public boolean silentFor(long millis, long now) {
        return outlet.edge() == null && now - lastSent >= millis;
    }

    void sentAt(long now) {
        lastSent = now;
    }
}
