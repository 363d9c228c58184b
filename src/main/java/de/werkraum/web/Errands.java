package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.bridge.Bridge;
import de.werkraum.event.Forgetting;
import de.werkraum.problem.Problem;
import de.werkraum.room.Glance;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.Announcement;
import de.werkraum.store.Stores;
import de.werkraum.wire.Goodbye;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What requests have to do in rooms that they are not about, wherever these live. May be called from any thread. */
final class Errands {
    private static final String WHAT = "what";
    private static final String MEMBER = "member";
    private static final String BEFORE = "before";
    private static final String NOW = "now";
    private static final String ROOMS = "rooms";
    private static final JsonObject DONE = new JsonObject();

    private final Rooms rooms;
    private final Stores stores;
    private final @Nullable Bridge bridge;
    private final Limits.Texts texts;

    private enum What {
        CHANGED,
        MOVED_ON,
        REMOVED,
        ERASED,
        UNNAMED,
        RENAMED,
        PATCHED,
        ENDED,
        GLANCED,
        CONNECTED,
        ANNOUNCED
    }

    Errands(Rooms rooms, Stores stores, @Nullable Bridge bridge, Limits.Texts texts) {
        this.texts = texts;
        this.rooms = rooms;
        this.stores = stores;
        this.bridge = bridge;
    }

    /** A member's name, organisation or role is stored anew. */
    Future<Void> memberChanged(Member member) {
        return there(member.room(), room -> changed(room, member), () -> of(What.CHANGED, member.id()));
    }

    private static Future<JsonObject> changed(Room room, Member member) {
        room.memberChanged(member);
        return Future.succeededFuture(DONE);
    }

    /** A member has gone to another room, if this one is in memory. */
    Future<Void> movedOn(UUID room, UUID member) {
        return ifOpen(room, live -> movedOn(live, member), () -> of(What.MOVED_ON, member));
    }

    private static Future<JsonObject> movedOn(Room room, UUID member) {
        room.movedOn(member);
        return Future.succeededFuture(DONE);
    }

    /** Takes a member out of a room. */
    Future<Void> remove(UUID room, UUID member) {
        return there(room, live -> remove(live, member), () -> of(What.REMOVED, member));
    }

    private Future<JsonObject> remove(Room room, UUID member) {
        return stores.members()
                .remove(member, false, List.of(room.note(null, "memberRemoved").to(member)))
                .compose(done -> room.memberRemoved(member))
                .map(DONE);
    }

    /** Takes a member out of a room, and its name from everywhere there. */
    Future<Void> erase(UUID room, UUID member) {
        return forgetting(room, Set.of(member))
                .compose(ahead -> there(room, live -> erase(live, member), () -> of(What.ERASED, member)));
    }

    private static Future<JsonObject> erase(Room room, UUID member) {
        return room.personal()
                .erase(Set.of(member), room.note(null, "memberErased").to(member))
                .map(DONE);
    }

    /** Calls a room otherwise, where it is still called as before. */
    Future<Void> rename(UUID room, String before, String now) {
        return there(room, live -> rename(live, before, now), () -> new JsonObject()
                .put(WHAT, What.RENAMED.name())
                .put(BEFORE, before)
                .put(NOW, now));
    }

    private static Future<JsonObject> rename(Room room, String before, String now) {
        return room.state().title().equals(before)
                ? room.change(state -> state.called(now), false, Member.organiser(room.id()))
                        .map(DONE)
                : Future.succeededFuture(DONE);
    }

    /** Looks where a room is that is about to be deleted; answers what then sends everybody away who is in it. */
    Future<Supplier<Future<Void>>> ending(UUID room) {
        Supplier<Future<Void>> here =
                () -> rooms.inMemory(room) ? rooms.at(room, Errands::end).mapEmpty() : Future.succeededFuture();
        Bridge several = bridge;
        return several == null
                ? Future.succeededFuture(here)
                : several.owner(room)
                        .map(owner -> owner.isEmpty()
                                ? here
                                : () -> several.ask(owner.get(), room, new JsonObject().put(WHAT, What.ENDED.name()))
                                        .mapEmpty());
    }

    private static Future<JsonObject> end(Room room) {
        room.end(Goodbye.ROOM_DELETED);
        return Future.succeededFuture(DONE);
    }

    /** Changes a room as a moderator would. */
    Future<Void> patch(UUID room, RoomPatch patch) {
        return there(room, live -> patch(live, patch), () -> new JsonObject()
                .put(WHAT, What.PATCHED.name())
                .put(NOW, patch.json()));
    }

    private static Future<JsonObject> patch(Room room, RoomPatch patch) {
        return room.change(state -> patch.apply(state, room.now()), false, Member.organiser(room.id()))
                .map(DONE);
    }

    /** Takes names out of the plenary; to be done ahead of erasing members of a room. */
    Future<Void> forgetting(UUID room, Collection<UUID> members) {
        return new Forgetting(stores, this::unname).ahead(room, members);
    }

    private Future<Void> unname(UUID plenary, Map<String, String> names) {
        return there(plenary, live -> unname(live, names), () -> new JsonObject()
                .put(WHAT, What.UNNAMED.name())
                .put(NOW, new JsonObject(new HashMap<>(names))));
    }

    private static Future<JsonObject> unname(Room room, Map<String, String> names) {
        return room.personal().unname(names).map(DONE);
    }

    private static Map<String, String> names(JsonObject json) {
        Map<String, String> names = new HashMap<>();
        json.forEach(one -> names.put(one.getKey(), String.valueOf(one.getValue())));
        return names;
    }

    // ---- rooms in memory, at whatever server

    /** How those of these rooms stand that are open now. */
    Future<Map<UUID, Glance>> glances(List<UUID> some) {
        return glancesHere(some)
                .compose(glances -> others(What.GLANCED, asked(some)).map(there -> {
                    there.forEach(answer -> answer.forEach(one -> {
                        Glance glance = ((JsonObject) one.getValue()).mapTo(Glance.class);
                        glances.putIfAbsent(glance.room(), glance);
                    }));
                    return glances;
                }));
    }

    private Future<Map<UUID, Glance>> glancesHere(List<UUID> some) {
        Map<UUID, Glance> glances = new ConcurrentHashMap<>();
        return open(some, room -> glances.put(room.id(), room.glance())).map(glances);
    }

    /** How many connections there are, of all rooms that are open now. */
    Future<Map<UUID, Integer>> connections() {
        return connectionsHere()
                .compose(counts -> others(What.CONNECTED, new JsonObject()).map(there -> {
                    there.forEach(answer -> answer.forEach(
                            one -> counts.putIfAbsent(UUID.fromString(one.getKey()), (Integer) one.getValue())));
                    return counts;
                }));
    }

    private Future<Map<UUID, Integer>> connectionsHere() {
        Map<UUID, Integer> counts = new ConcurrentHashMap<>();
        return rooms.everywhere(room -> counts.put(room.id(), room.connections()))
                .map(counts);
    }

    /**
     * Tells a sentence in those of these rooms that are open now; answers in how many. Null takes one away. Fails where a server doesn't answer: in its
     * rooms it is not told.
     */
    Future<Integer> announce(List<UUID> some, @Nullable Announcement said) {
        JsonObject asked = asked(some).put(WHAT, What.ANNOUNCED.name());
        if (said != null) {
            asked.put(NOW, said.text()).put(BEFORE, said.until().toString());
        }
        return announceHere(some, said)
                .compose(
                        here -> (bridge == null ? Future.succeededFuture(List.<JsonObject>of()) : bridge.askEach(asked))
                                .map(there -> here
                                        + there.stream()
                                                .mapToInt(answer -> answer.getInteger(ROOMS))
                                                .sum()));
    }

    private Future<Integer> announceHere(List<UUID> some, @Nullable Announcement said) {
        return open(some, room -> room.announce(said));
    }

    private static JsonObject asked(List<UUID> some) {
        return new JsonObject()
                .put(ROOMS, new JsonArray(some.stream().map(UUID::toString).toList()));
    }

    private Future<List<JsonObject>> others(What what, JsonObject asked) {
        return bridge == null ? Future.succeededFuture(List.of()) : bridge.askAll(asked.put(WHAT, what.name()));
    }

    /** Does something in those rooms that are open here; completes with their number, also where one has failed. */
    private Future<Integer> open(List<UUID> some, Consumer<Room> act) {
        List<Future<?>> all = new ArrayList<>();
        for (UUID room : some) {
            if (rooms.inMemory(room)) {
                all.add(rooms.at(room, live -> {
                    act.accept(live);
                    return Future.succeededFuture();
                }));
            }
        }
        return Future.join(all).map(all.size()).otherwise(all.size());
    }

    private Future<JsonObject> hearAll(What what, JsonObject errand) {
        if (what == What.CONNECTED) {
            return connectionsHere().map(counts -> byRoom(counts, count -> count));
        }
        List<UUID> some = errand.getJsonArray(ROOMS).stream()
                .map(String::valueOf)
                .map(UUID::fromString)
                .toList();
        if (what == What.ANNOUNCED) {
            String text = errand.getString(NOW);
            Announcement said = text == null ? null : new Announcement(text, Instant.parse(errand.getString(BEFORE)));
            return announceHere(some, said).map(count -> new JsonObject().put(ROOMS, count));
        }
        return glancesHere(some).map(glances -> byRoom(glances, JsonObject::mapFrom));
    }

    private static <T> JsonObject byRoom(Map<UUID, T> told, Function<T, Object> json) {
        JsonObject answer = new JsonObject();
        told.forEach((room, one) -> answer.put(room.toString(), json.apply(one)));
        return answer;
    }

    private static JsonObject of(What what, UUID member) {
        return new JsonObject().put(WHAT, what.name()).put(MEMBER, member.toString());
    }

    private Future<Void> there(UUID room, Function<Room, Future<JsonObject>> here, Supplier<JsonObject> there) {
        Bridge several = bridge;
        return (several == null
                        ? rooms.at(room, here)
                        : several.owner(room)
                                .compose(owner -> owner.isEmpty()
                                        ? rooms.at(room, here)
                                        : several.ask(owner.get(), room, there.get())))
                .mapEmpty();
    }

    private Future<Void> ifOpen(UUID room, Function<Room, Future<JsonObject>> here, Supplier<JsonObject> there) {
        return rooms.inMemory(room)
                ? rooms.at(room, here).mapEmpty()
                : bridge == null ? Future.succeededFuture() : there(room, here, there);
    }

    /** What another server has to do in a room of this one. */
    Future<JsonObject> hear(UUID room, JsonObject errand) {
        What what = What.valueOf(errand.getString(WHAT));
        if (what == What.GLANCED || what == What.CONNECTED || what == What.ANNOUNCED) {
            return hearAll(what, errand);
        }
        UUID member = errand.getString(MEMBER) == null ? room : UUID.fromString(errand.getString(MEMBER));
        if ((what == What.MOVED_ON || what == What.ENDED) && !rooms.inMemory(room)) {
            return Future.succeededFuture(DONE);
        }
        return rooms.at(room, live -> switch (what) {
            case CHANGED ->
                stores.members()
                        .get(member)
                        .compose(found ->
                                changed(live, found.orElseThrow(() -> Problem.notFound("There is no such member."))));
            case MOVED_ON -> movedOn(live, member);
            case REMOVED -> remove(live, member);
            case ERASED -> erase(live, member);
            case UNNAMED -> unname(live, names(errand.getJsonObject(NOW)));
            case RENAMED -> rename(live, errand.getString(BEFORE), errand.getString(NOW));
            case PATCHED -> patch(live, RoomPatch.of(Body.of(errand.getJsonObject(NOW)), texts));
            case ENDED -> end(live);
            default -> Future.succeededFuture(DONE);
        });
    }
}
