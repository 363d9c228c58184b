package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.plan.Comment;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.PersonalStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a room keeps about its people, and erasing it. On the room's event loop only. */
public final class Personal {
    private final Room room;
    private final LivePlan live;
    private final PersonalStore store;

    Personal(Room room, LivePlan live, PersonalStore store) {
        this.room = room;
        this.live = live;
        this.store = store;
    }

    // ---- telling

    /**
     * What is in the plan and in polls about a member.
     *
     * @param asking what the member chose is told to that member only; whether it has voted to others only where they may know who is missing
     */
    public JsonObject data(UUID member, Member asking, List<PersonalStore.Eligibility> electorates) {
        JsonArray presence = new JsonArray();
        room.presence().states(member).forEach(state -> presence.add(new JsonObject(state)));
        return new JsonObject()
                .put("connected", room.connected().contains(member))
                .put("presence", presence)
                .put("comments", comments(member))
                .put("polls", polls(member, asking, electorates));
    }

    private JsonArray comments(UUID member) {
        JsonArray list = new JsonArray();
        for (Step step : PlanReader.read(room.doc()).steps()) {
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

    private JsonArray polls(UUID member, Member asking, List<PersonalStore.Eligibility> electorates) {
        Map<UUID, LivePoll> known = room.polls().all().stream()
                .collect(Collectors.toMap(poll -> poll.stored().id(), Function.identity()));
        boolean oneself = asking.id().equals(member);
        JsonArray list = new JsonArray();
        for (PersonalStore.Eligibility one : electorates) {
            LivePoll poll = known.get(one.poll());
            if (poll == null) {
                continue;
            }
            JsonObject json = new JsonObject()
                    .put("id", one.poll().toString())
                    .put("question", poll.stored().question())
                    .put("state", poll.stored().state().wire())
                    .put("present", one.present());
            if (oneself || PollView.visible(poll, asking).missing()) {
                json.put("voted", one.voted() || poll.vote(member).isPresent());
            }
            if (oneself) {
                poll.vote(member)
                        .ifPresent(vote -> json.put("choices", vote.ballot().toTree())
                                .put("receipt", vote.receipt().toString()));
            }
            if (oneself || PollView.visible(poll, asking).ballots()) {
                poll.counted(member).ifPresent(choices -> json.put("choices", choices));
            }
            list.add(json);
        }
        return list;
    }

    // ---- erasing

    /**
     * Erases members: their tokens and sockets end, their ballots in open polls go, and then their names, wherever the room keeps one:
     * at their comments in the plan, in its log, in kept versions, beside ballots that were not secret. What they wrote and what was counted
     * stays. Each part can be done again: whoever was not answered asks once more. A damaged plan can't be written, so names in it would stay:
     * nothing is erased until it is mended.
     */
    public Future<Void> erase(Set<UUID> members, AuditEntry note) {
        if (room.damaged()) {
            return Future.failedFuture(Problem.conflict(
                    "damaged", "The plan of this room is damaged. Names can be erased once it is mended."));
        }
        List<Future<?>> gone = new ArrayList<>();
        return store.remove(members)
                .compose(done -> {
                    members.forEach(member -> gone.add(room.memberRemoved(member)));
                    return Future.all(gone);
                })
                .compose(done -> fromPlan(members))
                .compose(done -> store.erase(room.id(), members, note))
                .onSuccess(done -> room.polls().forget(members));
    }

    /** Erases everybody whose name the room still knows; false if the room goes on, since somebody is in it. */
    public Future<Boolean> eraseAll(AuditEntry note) {
        if (!room.state().closed() && !room.connected().isEmpty()) {
            return Future.succeededFuture(false);
        }
        return store.named(room.id())
                .compose(members -> erase(members, note.with("count", members.size())))
                .map(true);
    }

    private Future<Void> fromPlan(Set<UUID> members) {
        Set<String> ids = members.stream().map(UUID::toString).collect(Collectors.toSet());
        Plan plan = PlanReader.read(room.doc());
        Plan nameless = new Plan(
                plan.title(),
                plan.goal(),
                plan.minutes(),
                plan.meta(),
                plan.steps().stream().map(step -> nameless(step, ids)).toList());
        room.edit(() -> PlanWriter.put(room.doc(), nameless));
        return live.purge();
    }

    private static Step nameless(Step step, Set<String> members) {
        return step.withComments(step.comments().stream()
                .map(comment -> comment.member() != null && members.contains(comment.member())
                        ? comment.withoutName()
                        : comment)
                .toList());
    }
}
