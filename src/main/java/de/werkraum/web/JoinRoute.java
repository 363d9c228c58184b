package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Account;
import de.werkraum.access.Admission;
import de.werkraum.access.Claims;
import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.CodeStore;
import de.werkraum.store.Request;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /join}: a code and a name for a token. Whoever comes back with a token of the room stays the same member, and so does whoever
 * got no answer and comes again under the same mark. Whom others removed comes back only when let in.
 */
final class JoinRoute {
    /** Ours have some 600 characters. */
    private static final int TOKEN_CHARS = 2_000;

    private final Gate gate;
    private final Doors doors;
    private final Stores stores;
    private final Errands errands;
    private final Ids ids;
    private final Clock clock;
    private final Limits limits;
    private final WrongCodes wrongCodes;
    private final Once once;
    private final Passes passes;
    private final SignOnAdmission signedOn;

    JoinRoute(
            Gate gate,
            Doors doors,
            Stores stores,
            Errands errands,
            Ids ids,
            Clock clock,
            Limits limits,
            WrongCodes wrongCodes,
            Once once,
            Passes passes) {
        this.gate = gate;
        this.doors = doors;
        this.stores = stores;
        this.errands = errands;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.wrongCodes = wrongCodes;
        this.once = once;
        this.passes = passes;
        signedOn = new SignOnAdmission(stores.accounts(), doors.signOn() != null);
    }

    void mount(Router api) {
        api.post("/join").handler(Door.call(this::join));
    }

    /**
     * What somebody brings.
     *
     * @param account of whoever has signed on
     */
    private record Guest(
            String typed, String code, String name, @Nullable String organisation, @Nullable Account account) {}

    private Future<Reply> join(RoutingContext context) {
        Body body = Body.of(context);
        String typed = body.text("code", 40);
        String name = body.text("name", limits.texts().nameChars());
        String organisation = body.optionalText("organisation", limits.texts().nameChars());
        String token = body.optionalText("account", TOKEN_CHARS);
        body.check();
        return account(token).compose(account -> {
            Guest guest = new Guest(typed, JoinCodes.parse(typed).orElse(""), name, organisation, account.orElse(null));
            return stores.codes()
                    .find(guest.code())
                    .compose(found -> found.isPresent()
                            ? toRoom(context, guest, found.get())
                            : passes.join(context, guest.code(), new Passes.Person(name, organisation, guest.account()))
                                    .map(reply -> wrongCodes.found(
                                            reply,
                                            JoinRoute::unknown,
                                            "Many wrong codes are being tried. Please try again in a second.")));
        });
    }

    private Future<Optional<Account>> account(@Nullable String token) {
        return token == null
                ? Future.succeededFuture(Optional.empty())
                : gate.account(token).map(Optional::of);
    }

    /** Whoever has a pass for the event of a room is there who it is everywhere. */
    private Future<Reply> toRoom(RoutingContext context, Guest guest, CodeStore.Code code) {
        return stores.rooms().get(code.room()).compose(found -> {
            StoredRoom room = found.orElseThrow(JoinRoute::unknown);
            boolean common = code.role() == Role.PARTICIPANT && !code.single() && guest.account() == null;
            return (common ? passes.walk(context, room) : Future.succeededFuture(Optional.<Reply>empty()))
                    .compose(walked -> walked.isPresent()
                            ? Future.succeededFuture(walked.get())
                            : asMember(context, new Entry(room, code, guest)));
        });
    }

    private Future<Reply> asMember(RoutingContext context, Entry entry) {
        return signedOn.check(
                        entry.room().event(), entry.code().role(), entry.guest().account())
                .compose(known -> member(context, entry))
                .compose(member -> enter(entry.room(), member));
    }

    /** Who comes where with which code. */
    private record Entry(StoredRoom room, CodeStore.Code code, Guest guest) {}

    /**
     * Who comes.
     *
     * @param member the one that comes back, if one does
     * @param removed the member that it was, if others removed it and nobody has let it in since
     */
    private record Comer(Optional<Member> member, Optional<UUID> removed) {
        static Comer back(Member member) {
            return new Comer(Optional.of(member), Optional.empty());
        }
    }

    private Future<Member> member(RoutingContext context, Entry entry) {
        Optional<Request> request = once.joining(context, entry.room().id());
        return comer(context, entry).compose(comer -> {
            if (comer.member().isPresent() || request.isEmpty()) {
                return admit(entry, comer, null);
            }
            return before(request.get())
                    .compose(member -> member.isPresent()
                            ? admit(entry, Comer.back(member.get()), null)
                            // The same request may have been first on another connection.
                            : admit(entry, comer, request.get()).recover(failure -> before(request.get())
                                    .compose(late -> late.isPresent()
                                            ? admit(entry, Comer.back(late.get()), null)
                                            : Future.failedFuture(failure))));
        });
    }

    /** Who joined under that mark before, if somebody did. */
    private Future<Optional<Member>> before(Request request) {
        return once.find(request)
                .compose(done -> done.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : stores.members()
                                .get(UUID.fromString(done.get().made().getString("member")))
                                .map(member -> Optional.of(member.orElseThrow(() -> Problem.forbidden(
                                        "removed", "Who joined with this Idempotency-Key has left the room.")))));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such code.");
    }

    /** The account in that room, if it is or was there; else whose token came along. */
    private Future<Comer> comer(RoutingContext context, Entry entry) {
        UUID room = entry.room().id();
        Account account = entry.guest().account();
        if (account == null) {
            return comer(context, entry.room());
        }
        return stores.accounts()
                .member(room, account.id())
                .compose(member -> member.isPresent()
                        ? Future.succeededFuture(Comer.back(member.get()))
                        : stores.accounts()
                                .barred(room, account.id())
                                .compose(removed -> removed.isPresent()
                                        ? Future.succeededFuture(new Comer(Optional.empty(), removed))
                                        : comer(context, entry.room()).compose(known -> notAnothers(known, account))));
    }

    /** Who was in this browser before may have signed on as somebody else. */
    private Future<Comer> notAnothers(Comer known, Account account) {
        return known.member().isEmpty()
                ? Future.succeededFuture(known)
                : stores.accounts()
                        .others(known.member().get(), account.id())
                        .map(others -> others ? new Comer(Optional.empty(), Optional.empty()) : known);
    }

    /** Whose valid token of this room came along, if one did. */
    private Future<Comer> comer(RoutingContext context, StoredRoom room) {
        Comer somebody = new Comer(Optional.empty(), Optional.empty());
        if (Gate.token(context.request()).isEmpty()) {
            return Future.succeededFuture(somebody);
        }
        return gate.claims(context.request())
                .compose(claims -> claims.role() == Role.ORGANISER
                        ? Future.succeededFuture(somebody)
                        : gate.member(claims, room.id())
                                .map(caller -> Comer.back(caller.member()))
                                .recover(failure -> removed(failure, claims, room)))
                .recover(failure -> failure instanceof Problem problem && problem.status() != 429
                        ? Future.succeededFuture(somebody)
                        : Future.failedFuture(failure));
    }

    private Future<Comer> removed(Throwable failure, Claims claims, StoredRoom room) {
        return failure instanceof Problem
                ? stores.members()
                        .barred(room.id(), claims.member())
                        .map(barred ->
                                new Comer(Optional.empty(), barred ? Optional.of(claims.member()) : Optional.empty()))
                : Future.failedFuture(failure);
    }

    private Future<Member> admit(Entry entry, Comer comer, @Nullable Request request) {
        StoredRoom room = entry.room();
        CodeStore.Code code = entry.code();
        Optional<Member> known = comer.member();
        Future<Long> members = known.isPresent()
                ? Future.succeededFuture(0L)
                : stores.members().count(room.id());
        return members.compose(count -> {
            Admission admission = Admission.of(
                    new Admission.Room(
                            room.closed(),
                            room.personal(),
                            count >= limits.rooms().membersPerRoom()),
                    new Admission.Code(code.role(), code.single(), code.usedBy() != null),
                    new Admission.Comer(known.map(Member::role), comer.removed().isPresent()));
            if (admission instanceof Admission.Enters enters) {
                return known.isPresent()
                        ? again(entry, known.get(), enters.role())
                        : join(entry, enters.role(), request).compose(member -> comer.removed()
                                .map(before -> stores.members().letIn(before, List.of()))
                                .orElseGet(Future::succeededFuture)
                                .map(member));
            }
            return Future.failedFuture(refusal((Admission.Refused) admission));
        });
    }

    private static Problem refusal(Admission.Refused refused) {
        return switch (refused) {
            case CLOSED -> Problem.conflict("closed", "The room is closed. Only its screens can still be opened.");
            case PERSONAL_CODE ->
                Problem.forbidden("personalCode", "This room admits participants by personal codes only.");
            case REMOVED ->
                Problem.forbidden(
                        "removed", "The moderators have removed you from this room. They can let you in again.");
            case FULL -> Problem.conflict("full", "The room is full.");
            case CODE_USED -> codeUsed();
        };
    }

    private Future<Member> again(Entry entry, Member before, Role role) {
        Guest guest = entry.guest();
        Member after = new Member(before.id(), before.room(), guest.name(), guest.organisation(), role);
        Future<Boolean> free =
                entry.code().single() ? stores.codes().claim(guest.code(), after.id()) : Future.succeededFuture(true);
        Account account = guest.account();
        return free.compose(mine -> mine ? stores.members().update(after, List.of()) : Future.failedFuture(codeUsed()))
                .compose(done -> account == null
                        ? Future.succeededFuture()
                        : stores.accounts().link(after, account.id()))
                .map(after);
    }

    private Future<Member> join(Entry entry, Role role, @Nullable Request request) {
        Guest guest = entry.guest();
        Member member = new Member(ids.next(), entry.room().id(), guest.name(), guest.organisation(), role);
        Account account = guest.account();
        return stores.members()
                .join(
                        member,
                        clock.instant(),
                        entry.code().single() ? guest.code() : null,
                        account == null ? null : account.id(),
                        request)
                .map(taken -> {
                    if (!taken) {
                        throw codeUsed();
                    }
                    return member;
                })
                .recover(failure -> account == null ? Future.failedFuture(failure) : late(entry, account, failure));
    }

    /** From another device the same account may have been first. */
    private Future<Member> late(Entry entry, Account account, Throwable failure) {
        return stores.accounts()
                .member(entry.room().id(), account.id())
                .compose(first ->
                        first.isPresent() ? admit(entry, Comer.back(first.get()), null) : Future.failedFuture(failure));
    }

    private static Problem codeUsed() {
        return Problem.conflict("codeUsed", "This personal code has been used by somebody else.");
    }

    private Future<Reply> enter(StoredRoom room, Member member) {
        return errands.memberChanged(member)
                .map(done -> Reply.ok(RoomJson.joined(doors.tokens().issue(member), member, room)));
    }
}
