package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Account;
import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Pass;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.EntryStore;
import de.werkraum.store.EventCodeStore;
import de.werkraum.store.PassStore;
import de.werkraum.store.Request;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of events: joining once, and walking into rooms. */
final class Passes {
    private final Doors ways;
    private final Stores stores;
    private final Errands errands;
    private final Ids ids;
    private final Clock clock;
    private final Once once;
    private final Comers comers;
    private final SignOnAdmission signedOn;
    private final int most;

    Passes(
            EventGate doors,
            Doors ways,
            Stores stores,
            Errands errands,
            Ids ids,
            Clock clock,
            Once once,
            Limits.Events limits) {
        this.ways = ways;
        this.stores = stores;
        this.errands = errands;
        this.ids = ids;
        this.clock = clock;
        this.once = once;
        comers = new Comers(doors, stores.passes(), once);
        signedOn = new SignOnAdmission(stores.accounts(), ways.signOn() != null);
        most = limits.passesPerEvent();
    }

    /** What somebody says who comes with a code. */
    private record Comer(EventCodeStore.Code code, String typed, Person person) {}

    /**
     * Who somebody says to be.
     *
     * @param account of whoever has signed on
     */
    record Person(String name, @Nullable String organisation, @Nullable Account account) {}

    /** Joins an event; empty where its code is none of an event. Whoever comes back with a token or a mark of before is the same person. */
    Future<Optional<Reply>> join(RoutingContext context, String typed, Person person) {
        return stores.eventCodes().find(typed).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            Comer comer = new Comer(found.get(), typed, person);
            UUID event = found.get().event();
            Optional<Request> request = once.joiningEvent(context, event);
            return stores.events()
                    .get(event)
                    .map(stored -> stored.orElseThrow(() -> Problem.notFound("There is no such code.")))
                    .compose(stored -> signedOn.check(event, comer.code().role(), person.account())
                            .compose(may -> comers.before(context, event, person.account(), request))
                            .compose(before ->
                                    before.isPresent() ? again(before.get(), comer) : anew(context, comer, request))
                            .map(pass -> Optional.of(reply(stored, pass))));
        });
    }

    /** Whom others took out needs a code of one's own, or to be let in. Of two answers that got lost, the later finds what the first made. */
    private Future<Pass> anew(RoutingContext context, Comer comer, Optional<Request> request) {
        UUID event = comer.code().event();
        Account account = comer.person().account();
        Future<Void> may =
                comer.code().single() ? Future.succeededFuture() : comers.notRemoved(context, event, account);
        return may.compose(done -> fresh(comer, request.orElse(null)))
                .recover(failure -> comers.late(event, account, request)
                        .compose(late -> late.isPresent() ? again(late.get(), comer) : Future.failedFuture(failure)));
    }

    private Future<Pass> again(Pass before, Comer comer) {
        EventCodeStore.Code code = comer.code();
        Person person = comer.person();
        Pass after = before.again(person.name(), person.organisation(), code.role(), code.single());
        Future<Boolean> free =
                code.single() ? stores.eventCodes().claim(comer.typed(), before.id()) : Future.succeededFuture(true);
        return free.compose(mine -> mine ? stores.passes().update(after) : Future.failedFuture(codeUsed()))
                .map(after);
    }

    private Future<Pass> fresh(Comer comer, @Nullable Request request) {
        EventCodeStore.Code code = comer.code();
        Person person = comer.person();
        Account account = person.account();
        Pass pass = new Pass(
                ids.next(),
                code.event(),
                person.name(),
                person.organisation(),
                code.role(),
                code.single() || account != null);
        return stores.passes().count(code.event()).compose(count -> {
            if (count >= most) {
                throw Problem.conflict("full", "The event is full.");
            }
            return stores.passes()
                    .join(
                            pass,
                            account == null ? null : account.id(),
                            clock.instant(),
                            code.single() ? comer.typed() : null,
                            request)
                    .map(taken -> {
                        if (!taken) {
                            throw codeUsed();
                        }
                        return pass;
                    });
        });
    }

    private static Problem codeUsed() {
        return Problem.conflict("codeUsed", "This personal code has been used by somebody else.");
    }

    /** Whoever has signed on comes back to an event, from another device. */
    Future<Reply> back(UUID event, Account account) {
        return stores.passes().of(event, account.id()).compose(pass -> stores.events()
                .get(event)
                .map(stored -> reply(stored.orElseThrow(Passes::notThere), pass.orElseThrow(Passes::notThere))));
    }

    private static Problem notThere() {
        return Problem.forbidden("notThere", "This account is not in such an event.");
    }

    private Reply reply(StoredEvent event, Pass pass) {
        return Reply.ok(new JsonObject()
                .put("token", ways.tokens().issue(pass))
                .put("member", json(pass))
                .put("event", new JsonObject().put("id", event.id().toString()).put("title", event.title())));
    }

    /** A person of an event as clients see it. */
    static JsonObject json(Pass pass) {
        return new JsonObject()
                .put("id", pass.id().toString())
                .put("name", pass.name())
                .put("role", pass.role().wire())
                .put("organisation", pass.organisation());
    }

    /** Brings whoever has a pass for its event into a room; empty for everybody else. */
    Future<Optional<Reply>> walk(RoutingContext context, StoredRoom room) {
        return comers.known(context, room.event())
                .compose(pass -> pass.isPresent()
                        ? enter(pass.get(), room).map(Optional::of)
                        : Future.succeededFuture(Optional.empty()));
    }

    /** Gives somebody its place in a room, and takes it out of the one where it was. */
    Future<Reply> enter(Pass pass, StoredRoom room) {
        if (room.personal() && !pass.personal() && pass.role() == Role.PARTICIPANT) {
            return Future.failedFuture(
                    Problem.forbidden("personalCode", "This room admits participants by personal codes only."));
        }
        return stores.entries().enter(pass, room, ids.next(), clock.instant()).compose(entered -> errands.memberChanged(
                        entered.member())
                .compose(done -> leave(entered.left()))
                .map(done -> reply(room, entered)));
    }

    private Future<Void> leave(PassStore.@Nullable Place place) {
        return place == null
                ? Future.succeededFuture()
                : errands.movedOn(place.room(), place.member()).otherwiseEmpty();
    }

    private Reply reply(StoredRoom room, EntryStore.Entered entered) {
        Member member = entered.member();
        return Reply.ok(
                RoomJson.joined(ways.tokens().issue(member), member, room).put("full", entered.full()));
    }
}
