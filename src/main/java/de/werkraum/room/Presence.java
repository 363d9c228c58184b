package de.werkraum.room;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.sync.Awareness;
import de.werkraum.sync.AwarenessState;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Session;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is connected, where their carets are, and who was there lately. On the room's event loop only. */
final class Presence {
    /** Connections that are counted anew for each who comes. */
    private static final int FEW = 100;
    /** A state holds a name, a colour and a caret: a few hundred bytes. */
    private static final int STATE_CHARS = 8 * 1024;
    /** Ids of a room with presence: a tab is one. */
    private static final int CLIENTS = 20_000;
    /** How long somebody counts as present for a quorum after the last sign of life (voting.md). */
    private static final long LATELY_MILLIS = 120_000;

    private final Audience audience;
    private final Awareness<UUID> awareness;
    private final Map<Long, Session> holders = new HashMap<>();
    private final Map<UUID, Long> lastSeen = new HashMap<>();
    private Numbers told = new Numbers(-1, -1);
    private @Nullable Numbers last;

    /** Members with an open connection, viewers by connection. */
    private record Numbers(int participants, int viewers) {
        JsonObject event() {
            return new JsonObject()
                    .put("type", "presence")
                    .put("participants", participants)
                    .put("viewers", viewers);
        }
    }

    Presence(Audience audience, Limits.Rooms limits) {
        this.audience = audience;
        awareness = new Awareness<>(CLIENTS, limits.presenceIds());
    }

    /** A session has ended; answers the presence that ends with it. */
    List<AwarenessState> leave(Session session, long now) {
        lastSeen.put(session.member().id(), now);
        List<AwarenessState> news = new ArrayList<>();
        holders.entrySet().removeIf(held -> {
            boolean ends = held.getValue() == session;
            if (ends) {
                awareness.leave(held.getKey()).ifPresent(news::add);
            }
            return ends;
        });
        return news;
    }

    /** Takes states told by a session; answers what all others are to hear. */
    List<AwarenessState> take(Session session, List<AwarenessState> states) {
        List<AwarenessState> news = new ArrayList<>();
        long now = System.nanoTime();
        for (AwarenessState state : states) {
            if (!state.gone()
                    && awareness.tells(state.client(), session.member().id())
                    && (state.state().length() > STATE_CHARS
                            || !session.flow().mayTell(state.state().length(), now))) {
                continue;
            }
            signed(state, session.member())
                    .flatMap(signed -> awareness.take(signed, session.member().id()))
                    .ifPresent(taken -> {
                        news.add(taken);
                        if (taken.gone()) {
                            holders.remove(taken.client());
                        } else {
                            holders.put(taken.client(), session);
                        }
                    });
        }
        return news;
    }

    List<AwarenessState> states() {
        return awareness.present();
    }

    /** The state with the member's stored name in it; nothing where it is no JSON object or too long. */
    private static Optional<AwarenessState> signed(AwarenessState state, Member member) {
        if (state.gone()) {
            return Optional.of(state);
        }
        if (state.state().length() > STATE_CHARS) {
            return Optional.empty();
        }
        try {
            JsonObject json = new JsonObject(state.state());
            JsonObject user = json.getValue("user") instanceof JsonObject given ? given : new JsonObject();
            json.put(
                    "user",
                    user.put("id", member.id().toString())
                            .put("name", member.name())
                            .put("role", member.role().wire()));
            return Optional.of(new AwarenessState(state.client(), state.clock(), json.encode()));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    /** What the tabs of a member tell of themselves, as JSON. */
    List<String> states(UUID member) {
        return states().stream()
                .filter(state -> awareness.tells(state.client(), member))
                .map(AwarenessState::state)
                .toList();
    }

    /** Somebody asked something by HTTP. */
    void seen(UUID member, long now) {
        lastSeen.put(member, now);
    }

    /** Somebody has gone elsewhere. */
    void forget(UUID member) {
        lastSeen.remove(member);
    }

    /** Members connected now or seen in the last 120 s. */
    Set<UUID> present(long now) {
        lastSeen.values().removeIf(at -> now - at > LATELY_MILLIS);
        Set<UUID> present = new HashSet<>(lastSeen.keySet());
        audience.sessions().forEach(session -> present.add(session.member().id()));
        return present;
    }

    /** Members with an open connection. */
    Set<UUID> connected() {
        return audience.sessions().stream()
                .map(session -> session.member().id())
                .collect(Collectors.toSet());
    }

    /** Whether a member has an open connection. */
    boolean connected(UUID member) {
        return audience.sessions().stream()
                .anyMatch(session -> session.member().id().equals(member));
    }

    private Numbers numbers() {
        Set<UUID> participants = new HashSet<>();
        int viewers = 0;
        for (Session session : audience.sessions()) {
            if (session.member().role() == Role.VIEWER) {
                viewers++;
            } else {
                participants.add(session.member().id());
            }
        }
        return new Numbers(participants.size(), viewers);
    }

    /** The {@code presence} event. */
    JsonObject event() {
        return numbers().event();
    }

    /** The {@code presence} event for who has just come; in a large room it may be a second old, since all are told the news then. */
    JsonObject greeting() {
        if (audience.sessions().size() < FEW || last == null) {
            last = numbers();
        }
        return last.event();
    }

    /** The {@code presence} event if its numbers have changed since the last call. */
    Optional<JsonObject> news() {
        Numbers now = numbers();
        last = now;
        boolean same = now.equals(told);
        told = now;
        return same ? Optional.empty() : Optional.of(now.event());
    }
}
