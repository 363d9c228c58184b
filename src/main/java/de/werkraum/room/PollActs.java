package de.werkraum.room;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Option;
import de.werkraum.voting.Tally;
import de.werkraum.voting.Visibility;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What moderators do with polls: {@code draft → open → closed}, cancelling, revealing, admitting, runoff, repeat. One act at a time in a
 * room; each is stored first, then told. On the room's event loop only.
 */
public final class PollActs {
    private final Room room;
    private final RoomLoader services;
    private final Polls polls;
    private final PollDrafts drafts;
    private final Ids ids = new Ids();
    private final PollClock clock;

    PollActs(Room room, RoomLoader services, Polls polls) {
        this.room = room;
        this.services = services;
        this.polls = polls;
        drafts = new PollDrafts(room);
        clock = new PollClock(room, services, poll -> room.acts().pass(() -> closeIfOpen(poll)));
    }

    private PollStore store() {
        return services.stores().polls();
    }

    /** The option with the label it would be frozen with now. */
    Option labelled(Option option) {
        return drafts.titled(option);
    }

    // ---- drafts

    /** Makes a draft from the tree of a request. */
    public Future<UUID> create(JsonObject tree) {
        return room.acts().pass(() -> {
            if (polls.size() >= services.limits().pollsPerRoom()) {
                throw Problem.conflict("full", "The room has as many polls as it may have.");
            }
            return save(drafts.draft(ids.next(), tree, null));
        });
    }

    private Future<UUID> save(StoredPoll draft) {
        return store().saveDraft(draft).map(done -> {
            LivePoll poll = LivePoll.of(draft);
            polls.add(poll);
            polls.tellAll(poll);
            return draft.id();
        });
    }

    /** Changes a draft, or of an open poll the end and the budget. */
    public Future<UUID> patch(UUID id, JsonObject tree) {
        return room.acts().pass(() -> {
            LivePoll poll = polls.get(id);
            StoredPoll stored = poll.stored();
            if (stored.is(State.DRAFT)) {
                return save(drafts.redraft(stored, tree));
            }
            require(stored, State.OPEN);
            StoredPoll changed = drafts.whileOpen(poll, tree);
            return store().update(changed).map(done -> {
                poll.become(changed);
                clock.schedule(poll);
                polls.tellAll(poll);
                return id;
            });
        });
    }

    /** Deletes a draft. */
    public Future<Void> delete(UUID id) {
        return room.acts().pass(() -> {
            require(polls.get(id).stored(), State.DRAFT);
            return store().deleteDraft(id).map(done -> {
                polls.remove(id);
                return null;
            });
        });
    }

    // ---- opening

    /** Opens a draft: labels and electorate are frozen. Answers whether a quorum of those present is met. */
    public Future<Boolean> open(UUID id) {
        return room.acts().pass(() -> {
            LivePoll poll = polls.get(id);
            require(poll.stored(), State.DRAFT);
            if (room.state().closed()) {
                throw Problem.conflict("closed", "The room is closed.");
            }
            return services.stores().members().list(room.id()).compose(members -> open(poll, members));
        });
    }

    private Future<Boolean> open(LivePoll poll, List<Member> members) {
        Set<UUID> present = room.presence().present(room.millis());
        List<PollStore.Voter> voters = new ArrayList<>();
        members.stream()
                .filter(member -> votes(poll, member))
                .forEach(member -> voters.add(voter(member, present.contains(member.id()))));
        if (voters.isEmpty()) {
            throw Problem.conflict("noVoters", "Nobody could vote: there is no participant in the room.");
        }
        int there = (int) voters.stream().filter(PollStore.Voter::present).count();
        StoredPoll opened = drafts.opened(poll.stored(), voters.size(), there);
        return store().open(opened, voters).map(done -> {
            if (!done) {
                throw wrongState(poll.stored());
            }
            poll.become(opened, voters);
            clock.schedule(poll);
            polls.tellAll(poll);
            return poll.settings().quorumMet(poll.electorate());
        });
    }

    private static boolean votes(LivePoll poll, Member member) {
        return member.role() == Role.PARTICIPANT
                || (member.role() == Role.MODERATOR && poll.settings().moderatorsVote());
    }

    private static PollStore.Voter voter(Member member, boolean present) {
        return new PollStore.Voter(member.id(), member.name(), member.organisation(), present, false);
    }

    /** Lets members in who joined since the opening: all of them, or only those named. */
    public Future<Void> admit(UUID id, Set<UUID> named) {
        return room.acts().pass(() -> {
            LivePoll poll = polls.get(id);
            require(poll.stored(), State.OPEN);
            return services.stores().members().list(room.id()).compose(members -> {
                List<PollStore.Voter> voters = members.stream()
                        .filter(member -> votes(poll, member) && !poll.eligible(member.id()))
                        .filter(member -> named.isEmpty() || named.contains(member.id()))
                        .map(member -> voter(member, false))
                        .toList();
                return store().admit(id, voters).map(open -> {
                    if (!open) {
                        throw wrongState(poll.stored());
                    }
                    voters.forEach(poll::admit);
                    polls.tellAll(poll);
                    return null;
                });
            });
        });
    }

    /** Takes a removed member and its ballots out of all open polls. */
    Future<Void> expel(UUID member) {
        return room.acts().pass(() -> {
            List<Future<?>> all = new ArrayList<>();
            polls.open().stream().filter(poll -> poll.eligible(member)).forEach(poll -> all.add(expel(poll, member)));
            return Future.join(all).mapEmpty();
        });
    }

    private Future<Void> expel(LivePoll poll, UUID member) {
        return store().expel(poll.stored().id(), member).map(open -> {
            if (open) {
                poll.expel(member);
                polls.tallies().soon(poll);
            }
            return null;
        });
    }

    // ---- ends

    /** Closes an open poll at once; ballots that arrived before are counted. */
    public Future<Void> close(UUID id) {
        return room.acts().pass(() -> {
            require(polls.get(id).stored(), State.OPEN);
            return closeNow(polls.get(id));
        });
    }

    private Future<Void> closeIfOpen(LivePoll poll) {
        return poll.stored().is(State.OPEN) ? closeNow(poll) : Future.succeededFuture();
    }

    /** Closes all open polls as part of an act under way, because the room closes; those that can't be closed now are soon. */
    Future<Void> closeAll() {
        List<Future<?>> all = new ArrayList<>();
        polls.open().forEach(poll -> all.add(closeNow(poll).onFailure(failure -> clock.schedule(poll))));
        return Future.join(all).mapEmpty();
    }

    private Future<Void> closeNow(LivePoll poll) {
        UUID id = poll.stored().id();
        Instant now = room.now();
        return polls.seal(id)
                .compose(quiet -> store().close(id, now, ballots -> count(poll, ballots)))
                .map(closing -> {
                    closing.ifPresent(counted -> {
                        poll.become(poll.stored().closed(now, counted.eligible(), counted.result()));
                        ended(poll);
                    });
                    return (Void) null;
                })
                .onFailure(failure -> polls.unseal(id));
    }

    /** What stays of the ballots. A secret poll with too few of them keeps nothing but their number: the rest could tell who chose what. */
    private PollStore.Closing count(LivePoll poll, List<PollStore.StoredBallot> stored) {
        List<Vote> ballots = poll.read(stored);
        Tally tally = poll.count(ballots, true);
        boolean secret = poll.settings().secret();
        boolean enough = !secret || ballots.size() >= poll.settings().minBallots();
        return new PollStore.Closing(
                tally.eligible(),
                new StoredPoll.Result(
                        tally.cast(),
                        false,
                        enough ? new JsonObject(tally.toTree()) : null,
                        enough && PollView.hasReceipts(poll) ? LivePoll.receipts(ballots) : null,
                        secret ? null : poll.namedBallots(ballots)));
    }

    private void ended(LivePoll poll) {
        clock.cancel(poll.stored().id());
        polls.ended(poll.stored().id());
        polls.tellAll(poll);
    }

    /** Cancels an open or closed poll; it stays in the protocol. */
    public Future<Void> cancel(UUID id, String reason) {
        return room.acts().pass(() -> {
            LivePoll poll = polls.get(id);
            Instant now = room.now();
            if (!poll.stored().is(State.OPEN)) {
                require(poll.stored(), State.CLOSED);
            }
            return polls.seal(id)
                    .compose(quiet -> store().cancel(id, reason, now))
                    .map(done -> {
                        if (!done) {
                            throw wrongState(poll.stored());
                        }
                        int eligible = poll.stored().is(State.OPEN)
                                ? poll.electorate().members().size()
                                : poll.stored().roll().eligible();
                        poll.become(poll.stored().cancelled(reason, now, eligible, poll.cast()));
                        ended(poll);
                        return (Void) null;
                    })
                    .onFailure(failure -> polls.unseal(id));
        });
    }

    /** Shows the result of a closed poll that was only for moderators. */
    public Future<Void> reveal(UUID id) {
        return room.acts().pass(() -> {
            LivePoll poll = polls.get(id);
            require(poll.stored(), State.CLOSED);
            StoredPoll revealed = poll.stored().withRevealed();
            return store().update(revealed).map(done -> {
                poll.become(revealed);
                polls.tellAll(poll);
                return null;
            });
        });
    }

    // ---- what follows

    /** A new draft between some options of a closed poll; between the tied ones where none are named. */
    public Future<UUID> runoff(UUID id, List<String> options) {
        return room.acts().pass(() -> save(drafts.runoff(ids.next(), closedPoll(id), options)));
    }

    /** A new draft like an ended poll. */
    public Future<UUID> repeat(UUID id) {
        return room.acts().pass(() -> {
            StoredPoll stored = polls.get(id).stored();
            if (!stored.is(State.CLOSED) && !stored.is(State.CANCELLED)) {
                throw wrongState(stored);
            }
            return save(drafts.repeat(ids.next(), stored));
        });
    }

    private StoredPoll closedPoll(UUID id) {
        StoredPoll stored = polls.get(id).stored();
        require(stored, State.CLOSED);
        return stored;
    }

    /** Who of the electorate has not cast: {@code {missing: [{id, name, organisation?}], withheld?}}. */
    public Future<JsonObject> missing(UUID id, Member asking) {
        LivePoll poll = polls.get(id);
        if (poll.stored().is(State.DRAFT)) {
            throw wrongState(poll.stored());
        }
        Visibility visible = PollView.visible(poll, asking);
        if (!visible.missing()) {
            return Future.succeededFuture(
                    new JsonObject().put("missing", new JsonArray()).put("withheld", "minBallots"));
        }
        return store().voters(id).map(voters -> {
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

    /** Sets the clocks of polls that were open when the room was loaded. */
    void wake() {
        polls.open().forEach(clock::schedule);
    }

    /** Whether an open poll waits for its hour. */
    boolean waits() {
        return clock.waits();
    }

    void stop() {
        clock.stop();
    }

    private static void require(StoredPoll poll, State state) {
        if (!poll.is(state)) {
            throw wrongState(poll);
        }
    }

    private static Problem wrongState(StoredPoll poll) {
        return Problem.conflict(
                "wrongState",
                "This can't be done while the poll is " + poll.state().wire() + ".");
    }
}
