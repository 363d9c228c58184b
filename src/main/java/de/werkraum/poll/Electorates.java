package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.MemberStore;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.store.Stores;
import de.werkraum.voting.Visibility;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The electorates of a room's polls: frozen at the opening, then only admitted to and taken out of. On the room's event loop only. */
final class Electorates {
    private final Scope scope;
    private final Venue venue;
    private final PollStore store;
    private final MemberStore members;
    private final PollBoard polls;
    private final Doubts doubts;
    private final Tallies tallies;

    Electorates(Scope scope, Venue venue, Stores stores, PollBoard polls, Doubts doubts, Tallies tallies) {
        this.scope = scope;
        this.venue = venue;
        store = stores.polls();
        members = stores.members();
        this.polls = polls;
        this.doubts = doubts;
        this.tallies = tallies;
    }

    /** Who may vote if the poll opens now, and who of them is present. */
    List<PollStore.Voter> frozen(LivePoll poll, List<Member> members) {
        Set<UUID> present = venue.present();
        return members.stream()
                .filter(member -> votes(poll, member) && isMeant(poll, member, present))
                .map(member -> voter(member, present.contains(member.id())))
                .toList();
    }

    private static boolean votes(LivePoll poll, Member member) {
        return member.role() == Role.PARTICIPANT
                || (member.role() == Role.MODERATOR && poll.settings().moderatorsVote());
    }

    /** Where only who is there votes, whoever is not stays away from quorum and majority too. */
    private static boolean isMeant(LivePoll poll, Member member, Set<UUID> present) {
        return !poll.settings().presentOnly() || present.contains(member.id());
    }

    private static PollStore.Voter voter(Member member, boolean present) {
        return new PollStore.Voter(member.id(), member.name(), member.organisation(), present, false);
    }

    /** Lets members in who joined since the opening: all of them (of whom only who is there, where that was asked for), or those named. */
    Future<Void> admit(UUID id, Set<UUID> named, Actor by) {
        return doubts.pass(id, () -> {
            LivePoll poll = polls.get(id);
            poll.require(State.OPEN);
            return members.list(scope.id()).compose(all -> {
                Set<UUID> present = venue.present();
                List<PollStore.Voter> voters = all.stream()
                        .filter(member -> votes(poll, member) && !poll.eligible(member.id()))
                        .filter(member ->
                                named.isEmpty() ? isMeant(poll, member, present) : named.contains(member.id()))
                        .map(member -> voter(member, false))
                        .toList();
                AuditEntry note =
                        scope.noteOf(by, "pollAdmitted").on(poll.stored()).with("count", voters.size());
                return store.admit(id, voters, note).map(open -> {
                    if (!open) {
                        throw new Doubts.Stale();
                    }
                    poll.admit(voters);
                    polls.tellAll(poll);
                    return null;
                });
            });
        });
    }

    /** Takes a removed member and its ballots out of all open polls. */
    Future<Void> expel(UUID member) {
        return scope.acts().pass(() -> {
            List<Future<?>> all = new ArrayList<>();
            polls.open().stream().filter(poll -> poll.eligible(member)).forEach(poll -> all.add(expel(poll, member)));
            return Future.join(all).mapEmpty();
        });
    }

    private Future<Void> expel(LivePoll poll, UUID member) {
        return store.expel(poll.stored().id(), member)
                .map(open -> {
                    if (open) {
                        poll.expel(member);
                        tallies.soon(poll);
                    }
                    return (Void) null;
                })
                .onFailure(failure -> doubts.about(poll.stored().id()));
    }

    /** Who of the electorate has not cast: {@code {missing: [{id, name, organisation?}], withheld?}}. */
    Future<JsonObject> missing(UUID id, Member asking) {
        LivePoll poll = polls.get(id);
        if (poll.stored().is(State.DRAFT)) {
            throw poll.wrongState();
        }
        Visibility visible = PollView.visible(poll, asking);
        if (!visible.missing()) {
            return Future.succeededFuture(
                    new JsonObject().put("missing", new JsonArray()).put("withheld", "minBallots"));
        }
        return store.voters(id).map(voters -> {
            JsonArray missing = new JsonArray();
            for (PollStore.Voter voter : voters) {
                if (!voter.voted() && poll.vote(voter.member()).isEmpty()) {
                    JsonObject person = new JsonObject()
                            .put("id", voter.member().toString())
                            .put("name", voter.name());
                    missing.add(
                            voter.organisation() == null ? person : person.put("organisation", voter.organisation()));
                }
            }
            return new JsonObject().put("missing", missing);
        });
    }
}
