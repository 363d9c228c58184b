package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.card.Cards;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LivePlan;
import de.werkraum.plan.Comment;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Roles;
import de.werkraum.plan.Step;
import de.werkraum.poll.Polls;
import de.werkraum.problem.Problem;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.PersonalStore;
import de.werkraum.wire.Goodbye;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a room keeps about its people, and erasing it. On the room's event loop only. */
public final class Personal {
    private final RoomState state;
    private final LivePlan live;
    private final Presence people;
    private final Reception reception;
    private final Polls polls;
    private final Cards cards;
    private final Inbox inbox;
    private final PersonalStore store;

    Personal(
            RoomState state,
            LivePlan live,
            Presence people,
            Reception reception,
            Polls polls,
            Cards cards,
            Inbox inbox,
            PersonalStore store) {
        this.state = state;
        this.live = live;
        this.people = people;
        this.reception = reception;
        this.polls = polls;
        this.cards = cards;
        this.inbox = inbox;
        this.store = store;
    }

    // ---- telling

    /**
     * What is in the plan and in polls about a member.
     *
     * @param asking what the member chose is told to that member only; whether it has voted to others only where they may know who is missing
     */
    public Future<JsonObject> data(UUID member, Member asking, List<PersonalStore.Eligibility> electorates) {
        JsonArray presence = new JsonArray();
        people.states(member).forEach(state -> presence.add(new JsonObject(state)));
        return live.read(doc -> comments(doc, member)).map(comments -> new JsonObject()
                .put("connected", people.connected(member))
                .put("presence", presence)
                .put("comments", comments)
                .put("polls", polls.about(member, asking, electorates))
                .put("cards", cards.about(member, asking)));
    }

    private static JsonArray comments(Doc doc, UUID member) {
        JsonArray list = new JsonArray();
        for (Step step : PlanReader.read(doc).steps()) {
            for (Comment comment : step.comments()) {
                if (member.toString().equals(comment.member())) {
                    list.add(new JsonObject()
                            .put("step", step.id())
                            .put("id", comment.id())
                            .put("name", comment.name())
                            .put("text", comment.text())
                            .put(
                                    "at",
                                    comment.at() == null ? null : comment.at().toString())
                            .put("done", comment.done()));
                }
            }
        }
        return list;
    }

    // ---- erasing

    /** Ends a member's connections and takes its ballots out of open polls. */
    Future<Void> remove(UUID member) {
        reception.dismiss(member, Goodbye.REMOVED);
        return polls.expel(member).compose(done -> cards.expel(member));
    }

    /**
     * Erases members: their tokens and sockets end, their ballots in open polls go, and then their names, wherever the room keeps one:
     * at their comments in the plan, in its log, in kept versions, beside ballots that were not secret. What they wrote and what was counted
     * stays. Each part can be done again: whoever was not answered asks once more. A damaged plan can't be written, so names in it would stay:
     * nothing is erased until it is mended.
     */
    public Future<Void> erase(Set<UUID> members, AuditEntry note) {
        if (state.damaged()) {
            return Future.failedFuture(damaged());
        }
        List<Future<?>> gone = new ArrayList<>();
        return store.remove(members)
                .compose(done -> {
                    members.forEach(member -> gone.add(remove(member)));
                    return Future.all(gone);
                })
                .compose(done -> store.names(state.stored().id(), members))
                .compose(names -> fromPlan(members, names))
                .compose(done -> cards.erase(members))
                .compose(done -> store.erase(state.stored().id(), members, note))
                .onSuccess(done -> polls.forget(members));
    }

    /** Puts organisations in place of people, who belong to other rooms, where the plan has them in charge. */
    public Future<Void> unname(Map<String, String> people) {
        if (state.damaged()) {
            return Future.failedFuture(damaged());
        }
        return fromPlan(Set.of(), people);
    }

    /** Erases everybody whose name the room still knows; false if the room goes on, since somebody is in it. */
    public Future<Boolean> eraseAll(AuditEntry note) {
        if (!state.stored().closed() && !people.connected().isEmpty()) {
            return Future.succeededFuture(false);
        }
        return store.named(state.stored().id())
                .compose(members -> erase(members, note.with("count", members.size())))
                .map(true);
    }

    private static Problem damaged() {
        return Problem.conflict("damaged", "The plan of this room is damaged. Names can be erased once it is mended.");
    }

    /** @param names of these members, with their organisations */
    private Future<Void> fromPlan(Set<UUID> members, Map<String, String> names) {
        Set<String> ids = members.stream().map(UUID::toString).collect(Collectors.toSet());
        Roles roles = new Roles(names, state.stored().language());
        UUID room = state.stored().id();
        return inbox.edit(doc -> {
                    PlanWriter.put(doc, nameless(PlanReader.read(doc), ids, roles));
                    PlanWriter.changeTakenOut(doc, step -> roles.of(nameless(step, ids)));
                })
                .compose(done -> live.purge())
                .compose(done -> store.unlink(room, names.keySet()))
                .compose(done -> store.unnameVersions(room, names.keySet(), roles::in));
    }

    private static Plan nameless(Plan plan, Set<String> members, Roles roles) {
        return plan.with(plan.steps().stream()
                .map(step -> roles.of(nameless(step, members)))
                .toList());
    }

    private static Step nameless(Step step, Set<String> members) {
        return step.withComments(step.comments().stream()
                .map(comment -> comment.member() != null && members.contains(comment.member())
                        ? comment.withoutName()
                        : comment)
                .toList());
    }
}
