package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.pace.TokenBucket;
import de.werkraum.wire.Goodbye;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What sockets make the server hold of messages that are not whole yet, by member and in all, and how many frames members send that are no
 * messages. A member that holds too much has the socket closed that goes over the limit; where all together hold too much, the one goes
 * that has been at it for the longest: who sends steadily is soon done, who only wants to fill memory is not. Thread-safe.
 */
final class Ledger {
    /** The account of all who have not shown a token yet. */
    static final UUID STRANGERS = new UUID(0, 0);

    private final Limits.Messages limits;
    private final LongSupplier nanos;
    private final Map<UUID, Account> accounts = new HashMap<>();
    /** Who holds something, in the order of beginning. */
    private final Set<Share> holding = new LinkedHashSet<>();

    private long held;

    private static final class Account {
        private final TokenBucket frames;
        private int shares;
        private long held;

        Account(TokenBucket frames) {
            this.frames = frames;
        }
    }

    /** @param nanos a clock such as {@link System#nanoTime} */
    Ledger(Limits.Messages limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /**
     * A socket of a member.
     *
     * @param dismiss sends it away; called on any thread, at most once
     */
    synchronized Share open(UUID member, Consumer<Goodbye> dismiss) {
        Account account = accounts.computeIfAbsent(member, first -> new Account(bucket()));
        account.shares++;
        return new Share(member, account, member.equals(STRANGERS) ? bucket() : account.frames, dismiss);
    }

    private TokenBucket bucket() {
        return new TokenBucket(limits.framesPerSecond(), limits.framesPerSecond(), nanos.getAsLong());
    }

    /** Bytes of unfinished messages of all sockets. */
    synchronized long held() {
        return held;
    }

    /** Members with an open socket. */
    synchronized int members() {
        return accounts.size();
    }

    /** One socket's part. */
    final class Share {
        private final UUID member;
        private final Account account;
        private final TokenBucket frames;
        private final Consumer<Goodbye> dismiss;
        private long bytes;
        private boolean over;

        private Share(UUID member, Account account, TokenBucket frames, Consumer<Goodbye> dismiss) {
            this.member = member;
            this.account = account;
            this.frames = frames;
            this.dismiss = dismiss;
        }

        /** The socket's unfinished message now holds so many bytes. */
        void hold(long now) {
            Share leaving;
            Goodbye why;
            synchronized (Ledger.this) {
                if (over) {
                    return;
                }
                set(now);
                boolean own = account.held > limits.partialBytesPerMember()
                        || (member.equals(STRANGERS) && now > limits.strangerBytes());
                leaving = own
                        ? this
                        : held > limits.partialBytes() ? holding.iterator().next() : null;
                why = own ? Goodbye.FLOODING : Goodbye.FULL;
                end(leaving);
            }
            if (leaving != null) {
                leaving.dismiss.accept(why);
            }
        }

        private void set(long now) {
            held += now - bytes;
            account.held += now - bytes;
            bytes = now;
            if (now == 0) {
                holding.remove(this);
            } else {
                holding.add(this);
            }
        }

        /** Nanoseconds for which the socket is not to be read, after one more frame that is no message. */
        long frame() {
            synchronized (Ledger.this) {
                frames.spend(1);
                return frames.pause(nanos.getAsLong());
            }
        }

        /** The socket has ended. */
        void close() {
            synchronized (Ledger.this) {
                end(this);
            }
        }
    }

    private void end(@Nullable Share share) {
        if (share != null && !share.over) {
            share.set(0);
            share.over = true;
            if (--share.account.shares == 0) {
                accounts.remove(share.member);
            }
        }
    }
}
