package de.werkraum.event;

import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.pace.InTurn;
import de.werkraum.plan.Deeds;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.room.Rooms;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The plenary's plan, which is collected from the rooms of an event. Each act is one edit of the live room, kept before as a version and noted in
 * its log, and is done once however often it is asked for. May be called from any thread.
 */
public final class Plenary {
    private static final Logger LOG = Logger.getLogger(Plenary.class.getName());

    /** Steps that are compared with each other, which takes memory and time by the square: 1,000 take a second. */
    private static final int MOST_COMPARED = 1_000;

    private static final double HUNDRED = 100;

    private final Stores stores;
    private final Rooms rooms;
    private final Plans plans;
    private final Clock clock;
    private final Supplier<String> ids;

    /** @param ids makes an id for each new step */
    public Plenary(Stores stores, Rooms rooms, Plans plans, Clock clock, Supplier<String> ids) {
        this.stores = stores;
        this.rooms = rooms;
        this.plans = plans;
        this.clock = clock;
        this.ids = ids;
    }

    /** The rooms of an event as they are now, those that could be read, and the plenary. */
    private record Read(StoredRoom plenary, List<Workshop> workshops, Set<String> unread) {}

    /** What an act did: the id of it and of the version before, and what is to be told. */
    public record Done(UUID act, UUID version, JsonObject told) {}

    /** Which source of which step of the plenary is meant. */
    public record Named(String step, String room, String source) {}

    /**
     * Takes steps of rooms into the plenary's plan.
     *
     * @param act the same again is done once
     * @param sessions ids of sessions or of their rooms; empty for all rooms
     */
    public Future<Done> collect(UUID act, StoredEvent event, List<UUID> sessions, Taking taking) {
        return read(event).compose(read -> chosen(event, sessions, read).compose(wanted -> {
            List<Chosen> chosen = new Choice(taking, read.plenary().language()).of(wanted);
            Object asked = List.of(taking, sessions);
            return once(act, asked, read.plenary(), "collected", doc -> {
                Collecting.Outcome outcome = new Collecting(PlanReader.read(doc), PlanReader.takenOut(doc))
                        .bring(chosen, clock.instant(), ids);
                PlanWriter.put(doc, outcome.plan());
                return new JsonObject().put("brought", outcome.brought().size()).put("known", outcome.known());
            });
        }));
    }

    private Future<List<Workshop>> chosen(StoredEvent event, List<UUID> sessions, Read read) {
        if (sessions.isEmpty()) {
            return Future.succeededFuture(read.workshops());
        }
        return stores.sessions().get(event.id()).map(programme -> {
            Set<UUID> wanted = new HashSet<>(sessions);
            programme.ifPresent(stored -> stored.sessions().forEach(session -> {
                if (session.room() != null && wanted.remove(session.id())) {
                    wanted.add(session.room());
                }
            }));
            List<Workshop> chosen = read.workshops().stream()
                    .filter(workshop -> wanted.remove(workshop.room()))
                    .toList();
            if (!wanted.isEmpty()) {
                throw Problem.invalid(
                        "invalid",
                        "/sessions",
                        "has no session with a room of id " + wanted.iterator().next());
            }
            return chosen;
        });
    }

    /** Takes over what has changed in sources; what is meant and has not changed stays as it is. */
    public Future<Done> renew(UUID act, StoredEvent event, List<Named> named) {
        return read(event)
                .compose(read -> once(act, named, read.plenary(), "sourcesTaken", doc -> {
                    Plan plan = PlanReader.read(doc);
                    List<Collected> changed = Collected.of(plan.steps(), read.workshops(), read.unread()).stream()
                            .filter(Collected::changed)
                            .filter(one -> named.contains(new Named(
                                    one.step().id(),
                                    one.source().room(),
                                    one.source().step())))
                            .toList();
                    PlanWriter.put(doc, Collecting.taken(plan, changed, clock.instant()));
                    return new JsonObject().put("taken", changed.size());
                }));
    }

    /** Makes one step of several. */
    public Future<Done> merge(UUID act, StoredEvent event, Merging.Wish wish) {
        return plenary(event)
                .compose(room -> once(act, wish, room, "stepsMerged", doc -> {
                    PlanWriter.put(doc, Merging.of(PlanReader.read(doc), wish));
                    PlanWriter.takeOut(doc, wish.others(), clock.instant());
                    return new JsonObject().put("step", wish.keep()).put("merged", new JsonArray(wish.others()));
                }));
    }

    /** Groups of alike steps of the plenary's plan: {@code groups} of {@code likeness, steps}, and how many were {@code compared}. */
    public Future<JsonObject> alike(StoredEvent event) {
        return plenary(event).compose(room -> plans.read(room.id())).compose(at -> {
            List<Step> steps = at.plan().steps().stream()
                    .filter(step ->
                            step.status() != Status.DROPPED && !step.title().isBlank())
                    .limit(MOST_COMPARED)
                    .toList();
            return plans.aside().work(() -> groups(steps));
        });
    }

    private JsonObject groups(List<Step> steps) {
        Map<String, JsonObject> trees = new HashMap<>();
        steps.forEach(step -> trees.put(step.id(), Steps.tree(step)));
        JsonArray groups = new JsonArray();
        List<Alike.Text> texts = steps.stream()
                .map(step -> new Alike.Text(
                        step.id(), step.title(), step.details().text().text()))
                .toList();
        // Made when it is asked for: to load its library took a start 50 ms.
        for (Alike.Group group : new Alike().groups(texts)) {
            JsonArray members = new JsonArray();
            group.texts().forEach(text -> members.add(trees.get(text.id())));
            groups.add(new JsonObject()
                    .put("likeness", Math.round(group.likeness() * HUNDRED) / HUNDRED)
                    .put("steps", members));
        }
        return new JsonObject().put("groups", groups).put("compared", steps.size());
    }

    /** @param asked what exactly, by its words, which a restart leaves as they are: another thing under the same id is refused */
    private Future<Done> once(UUID act, Object asked, StoredRoom plenary, String name, Function<Doc, JsonObject> edit) {
        String mark = Integer.toHexString(asked.toString().hashCode());
        return rooms.at(plenary.id(), room -> room.versions()
                .once(act, Member.organiser(plenary.id()), name, doc -> once(doc, act, mark, edit))
                .compose(noted -> {
                    if (!mark.equals(noted.getString("asked"))) {
                        throw Problem.invalid(
                                "keyReused", "", "Another request was sent under this Idempotency-Key before");
                    }
                    JsonObject told = noted.copy();
                    told.remove("asked");
                    told.remove("id");
                    return room.savedSoon().map(new Done(act, room.versions().before(act), told));
                }));
    }

    /** The document knows what was done to it, also where the server died before the log did. */
    static JsonObject once(Doc doc, UUID act, String mark, Function<Doc, JsonObject> edit) {
        return Deeds.told(doc, act.toString()).map(JsonObject::new).orElseGet(() -> {
            JsonObject told = edit.apply(doc).put("asked", mark);
            Deeds.keep(doc, act.toString(), told.encode());
            return told;
        });
    }

    /** How the plenary and its sources stand: {@code sessions, steps, changed, gone, unread}. */
    public Future<JsonObject> state(StoredEvent event) {
        return read(event).compose(read -> plans.read(read.plenary().id())
                .map(at -> new Standing(read.plenary(), read.workshops(), read.unread(), at.plan()).tree()));
    }

    private Future<StoredRoom> plenary(StoredEvent event) {
        UUID id = event.plenary();
        return id == null
                ? Future.failedFuture(noPlenary())
                : stores.rooms().get(id).map(found -> found.orElseThrow(Plenary::noPlenary));
    }

    private static Problem noPlenary() {
        return Problem.conflict("noPlenary", "The event has no plenary yet: its rooms are to be opened first.");
    }

    /** One room after the other; one that can't be read keeps no other from being collected. */
    private Future<Read> read(StoredEvent event) {
        return plenary(event).compose(plenary -> stores.rooms().of(event.id()).compose(stored -> {
            List<Workshop> workshops = new ArrayList<>();
            Set<String> unread = new HashSet<>();
            List<StoredRoom> others = stored.stream()
                    .filter(room -> !room.id().equals(plenary.id()))
                    .toList();
            return InTurn.each(
                            others, room -> workshop(room).map(workshops::add).otherwise(failure -> {
                                LOG.log(Level.WARNING, "Room {0} could not be read for the plenary: {1}", new Object[] {
                                    room.id(), failure.toString()
                                });
                                return unread.add(room.id().toString());
                            }))
                    .map(done -> new Read(plenary, workshops, unread));
        }));
    }

    private Future<Workshop> workshop(StoredRoom room) {
        return plans.read(room.id()).compose(at -> plans.publicPolls(room.id())
                .map(polls -> new Workshop(room.id(), room.title(), at.plan(), polls)));
    }
}
