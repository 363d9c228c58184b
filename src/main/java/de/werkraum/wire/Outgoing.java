package de.werkraum.wire;

import de.werkraum.sync.AwarenessState;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a room says to connections, as a value: a dialect makes frames of it. Immutable, made once for all who get it. */
public sealed interface Outgoing {
    /** Bytes that take about as long to copy as a write takes in any case. */
    int WORTH_SHARING = 16 * 1024;
    /** What a dialect and a WebSocket's frame add at the most. */
    int HEAD_BYTES = 32;

    /** Bytes of what is said, without those that a dialect adds. */
    int length();

    /** What the server has, asking for the rest. */
    record Step1(byte[] stateVector) implements Outgoing {
        @Override
        public int length() {
            return stateVector.length;
        }
    }

    /** What a client lacks. */
    record Step2(byte[] update) implements Outgoing {
        @Override
        public int length() {
            return update.length;
        }
    }

    /** An edit. */
    record Update(byte[] update) implements Outgoing {
        @Override
        public int length() {
            return update.length;
        }
    }

    /**
     * Presence; of nobody, it is a sign of life.
     *
     * @param states as y-protocols encode them
     */
    record Presence(byte[] states) implements Outgoing {
        /** Presence of some clients. */
        public static Presence of(List<AwarenessState> states) {
            return new Presence(AwarenessState.encodeAll(states));
        }

        @Override
        public int length() {
            return states.length;
        }
    }

    /** A write was not taken. */
    record Denied(String reason) implements Outgoing {
        @Override
        public int length() {
            return reason.length();
        }
    }

    /** Whether this connection's member may write now. */
    record Rights(boolean writes) implements Outgoing {
        @Override
        public int length() {
            return 0;
        }
    }

    /**
     * An event.
     *
     * @param json a JSON object in UTF-8
     */
    record Event(String type, byte[] json) implements Outgoing {
        static Event of(String type, String json) {
            return new Event(type, json.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int length() {
            return json.length;
        }
    }

    /**
     * What of a connection's work is decided.
     *
     * @param updates so many of its updates, from the first on
     * @param refused of these
     * @param synced whether its step 2 is
     * @param answers for a client that counts by itself: so many more of its writes are committed, since this was told last
     */
    record Saved(long updates, long refused, boolean synced, long answers) implements Outgoing {
        @Override
        public int length() {
            return 0;
        }
    }

    /**
     * A long message for many: those of one dialect write from the same memory, or a thousand who join would need a thousand plans.
     *
     * @param frames by dialect, of which readers write duplicates
     */
    record Shared(Outgoing message, Map<Object, ByteBuf> frames) implements Outgoing {
        @Override
        public int length() {
            return message.length();
        }
    }

    /** A message for many, shared if it is long. */
    static Outgoing forMany(Outgoing message) {
        return message.length() < WORTH_SHARING ? message : new Shared(message, new ConcurrentHashMap<>());
    }
}
