package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.pace.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection of a member to a room: a socket or an event stream. Lives on the room's event loop. */
public final class Session {
    private static final List<Outgoing> NO_LETTERS = List.of();

    private final Room room;
    private final Outlet outlet;
    private final Kind kind;
    private final Instant expires;
    private final Flow flow;
    private final Saved saved = new Saved();
    private List<Outgoing> letters = NO_LETTERS;
    private boolean present;
    private Member member;
    private long lastSent;
    private long heardAt;

    /** What a connection can hear. */
    public enum Kind {
        /** A stock y-websocket client: sync and awareness. */
        SYNC(true, false),
        /** A client that asked for events as well. */
        SYNC_AND_EVENTS(true, true),
        /** Server-sent events only. */
        EVENTS(false, true);

        private final boolean syncs;
        private final boolean hears;

        Kind(boolean syncs, boolean hears) {
            this.syncs = syncs;
            this.hears = hears;
        }
    }

    Session(Room room, Member member, Outlet outlet, Kind kind, Instant expires, Flow flow) {
        this.room = room;
        this.member = member;
        this.outlet = outlet;
        this.kind = kind;
        this.expires = expires;
        this.flow = flow;
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
        room.reception().receive(this, message);
    }

    /** The connection has ended. May be called from any thread. */
    public void leave() {
        room.context().runOnContext(there -> room.reception().leave(this));
    }

    /** When the message that is being dealt with arrived, by {@link System#nanoTime()}. */
    long heardAt() {
        return heardAt;
    }

    /** What this connection can hear, as a word for metrics. */
    String kind() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    Member member() {
        return member;
    }

    /** Name, organisation and role change at once on open connections. */
    void become(Member changed) {
        member = changed;
    }

    Outlet outlet() {
        return outlet;
    }

    boolean syncs() {
        return kind.syncs;
    }

    boolean hearsEvents() {
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
        boolean news = kind.syncs && kind.hears && saved.takeChanged();
        if (letters.isEmpty() && !news) {
            return NO_LETTERS;
        }
        List<Outgoing> taken = letters;
        letters = NO_LETTERS;
        if (news) {
            taken = new ArrayList<>(taken);
            taken.add(saved.event());
        }
        return taken;
    }

    /** The member's messages, those of its other connections too. */
    Flow flow() {
        return flow;
    }

    /** Whether it is one of the room's connections. */
    boolean present() {
        return present;
    }

    void present(boolean now) {
        present = now;
    }

    Saved saved() {
        return saved;
    }

    boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    /** Whether nothing was sent for that long; the caller then sends something. */
    boolean silentFor(long millis, long now) {
        return now - lastSent >= millis;
    }

    void sentAt(long now) {
        lastSent = now;
    }
}
