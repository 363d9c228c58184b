package de.werkraum.card;

import de.werkraum.access.Member;
import de.werkraum.plan.PlanWriter;
import de.werkraum.problem.Problem;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.CardSettings;
import de.werkraum.store.CardStore;
import de.werkraum.store.StoredCard;
import de.werkraum.store.StoredCard.Kind;
import de.werkraum.store.StoredCard.State;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done with cards that are seen: how the room takes them, how far they are, which say the same, what becomes a step. One act at a time in a
 * room; each is stored first, then told. On the room's event loop only.
 */
final class Sorting {
    private final Scope scope;
    private final CardVenue venue;
    private final CardStore store;
    private final Deck deck;
    private final CardNews news;
    private final Runnable doubt;

    /** @param doubt hears that it isn't known what is stored */
    Sorting(Scope scope, CardVenue venue, CardStore store, Deck deck, CardNews news, Runnable doubt) {
        this.scope = scope;
        this.venue = venue;
        this.store = store;
        this.deck = deck;
        this.news = news;
        this.doubt = doubt;
    }

    static Problem unknown() {
        return Problem.notFound("There is no such card.");
    }

    private <T> Future<T> pass(Supplier<Future<T>> act) {
        return scope.acts().pass(() -> {
            if (venue.closed()) {
                throw Problem.conflict("closed", "The room is closed.");
            }
            return act.get();
        });
    }

    private Future<Void> stored(Future<Void> commit) {
        return commit.onFailure(lost -> doubt.run());
    }

    /** A card that this member may sort. */
    private StoredCard seen(UUID id, Member by) {
        return deck.card(id).filter(card -> deck.seenBy(card, by)).orElseThrow(Sorting::unknown);
    }

    /** How the room takes ideas and questions from now on. */
    Future<Void> set(UnaryOperator<CardSettings> change, Member by) {
        return pass(() -> {
            CardSettings before = deck.settings();
            CardSettings after = change.apply(before);
            if (after.equals(before)) {
                return Future.succeededFuture();
            }
            AuditEntry note = scope.note(by, "cardsSet")
                    .with("ideas", after.ideas().wire())
                    .with("questions", after.questions());
            return stored(store.set(scope.id(), after, note)).map(done -> {
                deck.set(after);
                if (after.revealed() == before.revealed()) {
                    news.settings();
                } else {
                    news.all();
                }
                return null;
            });
        });
    }

    /** How far a card is, for moderators: lets a question in, answers it, takes a card away. */
    Future<Void> turn(UUID id, State state, Member by) {
        return pass(() -> {
            StoredCard card = seen(id, by);
            if (card.kind() == Kind.IDEA && state != State.OPEN && state != State.HIDDEN) {
                throw Problem.invalid("invalid", "/state", "must be open or hidden for an idea");
            }
            List<StoredCard> changed = new ArrayList<>();
            if (state == State.ANSWERING) {
                deck.answering().stream()
                        .filter(other -> !other.id().equals(id))
                        .forEach(other -> changed.add(other.become(State.ANSWERED, other.pile())));
            }
            if (card.state() != state) {
                changed.add(card.become(state, state == State.HIDDEN ? null : card.pile()));
            }
            AuditEntry note = scope.note(by, "cardTurned")
                    .with("card", card.kind().wire())
                    .with("state", state.wire());
            return become(changed, List.of(note));
        });
    }

    /** Lays a card on another, or takes it off its pile where there is no other. */
    Future<Void> lay(UUID id, @Nullable UUID onto, Member by) {
        return pass(() -> {
            requireSorter(by);
            StoredCard card = seen(id, by);
            if (onto == null) {
                return become(off(card), List.of());
            }
            StoredCard other = seen(onto, by);
            if (card.kind() != Kind.IDEA || other.kind() != Kind.IDEA || id.equals(onto)) {
                throw Problem.invalid("invalid", "/onto", "must be another idea");
            }
            UUID pile = other.pile() == null ? scope.ids().next() : other.pile();
            if (pile.equals(card.pile())) {
                return Future.succeededFuture();
            }
            List<StoredCard> changed = new ArrayList<>(off(card));
            changed.removeIf(one -> one.id().equals(id) || one.id().equals(onto));
            changed.add(card.become(card.state(), pile));
            changed.add(other.become(other.state(), pile));
            return become(changed, List.of());
        });
    }

    private void requireSorter(Member by) {
        String refusal = venue.refusal(by.role());
        if (!refusal.isEmpty()) {
            throw Problem.forbidden("onlyReads", "You may not sort here: " + refusal + ".");
        }
    }

    /** Off its pile; a pile of one is none. */
    private List<StoredCard> off(StoredCard card) {
        UUID pile = card.pile();
        if (pile == null) {
            return List.of();
        }
        List<StoredCard> rest = deck.on(pile).stream()
                .filter(one -> !one.id().equals(card.id()))
                .toList();
        return Stream.concat(Stream.of(card), rest.size() == 1 ? rest.stream() : Stream.empty())
                .map(one -> one.become(one.state(), null))
                .toList();
    }

    private Future<Void> become(List<StoredCard> changed, List<AuditEntry> notes) {
        if (changed.isEmpty()) {
            return Future.succeededFuture();
        }
        return stored(store.become(scope.id(), changed, notes)).map(done -> {
            // Somebody may have written on meanwhile: only what this act is about is taken over.
            changed.forEach(card -> deck.put(deck.card(card.id())
                    .map(now -> now.become(card.state(), card.pile()))
                    .map(now -> card.step() == null ? now : now.become(card.step()))
                    .orElse(card)));
            news.cards(changed);
            return null;
        });
    }

    /** What a pile is called. */
    Future<Void> call(UUID pile, String title, Member by) {
        return pass(() -> {
            requireSorter(by);
            if (deck.on(pile).stream().noneMatch(card -> deck.seenBy(card, by))) {
                throw Problem.notFound("There is no such pile.");
            }
            return stored(store.call(scope.id(), pile, title)).map(done -> {
                deck.call(pile, title);
                news.settings();
                return null;
            });
        });
    }

    /** Takes back an own card that others have not seen. */
    Future<Void> withdraw(UUID id, Member by) {
        return pass(() -> {
            StoredCard card = deck.card(id)
                    .filter(own -> own.author().equals(by.id()) || deck.seenBy(own, by))
                    .orElseThrow(Sorting::unknown);
            if (!card.author().equals(by.id())) {
                throw Problem.forbidden("notOwn", "Only who wrote it may take it back.");
            } else if (deck.seen(card)) {
                throw Problem.conflict("seen", "Others have seen this card already.");
            }
            return stored(store.delete(scope.id(), id, List.of())).map(done -> {
                deck.remove(id);
                news.removed(card);
                return null;
            });
        });
    }

    /**
     * Makes a step of an idea, with all that lie on its pile; the same again is the same step. It keeps how many are for it.
     *
     * @return the id of the step
     */
    Future<String> step(UUID id, Member by) {
        return pass(() -> {
            requireSorter(by);
            StoredCard card = seen(id, by);
            if (card.kind() != Kind.IDEA) {
                throw Problem.invalid("invalid", "/card", "must be an idea");
            }
            UUID pile = card.pile();
            List<StoredCard> all = pile == null ? List.of(card) : deck.on(pile);
            String known = all.stream()
                    .map(StoredCard::step)
                    .filter(step -> step != null)
                    .findFirst()
                    .orElse(null);
            String step = known == null ? (pile == null ? id : pile).toString() : known;
            AuditEntry note = scope.note(by, "cardStep").with("step", step);
            return venue.edit(doc -> PlanWriter.contribute(doc, contribution(step, pile, all), scope.now()))
                    .compose(done ->
                            become(all.stream().map(one -> one.become(step)).toList(), List.of(note)))
                    .map(done -> step);
        });
    }

    /** The idea that most are for says what is to be done, unless the pile has a title; the others stand below it. */
    private PlanWriter.Contribution contribution(String step, @Nullable UUID pile, List<StoredCard> all) {
        List<String> texts = all.stream()
                .sorted(Comparator.comparing((StoredCard one) -> -deck.votes(one.id()))
                        .thenComparing(StoredCard::id))
                .map(StoredCard::text)
                .distinct()
                .toList();
        String title = pile == null ? null : deck.piles().get(pile);
        return new PlanWriter.Contribution(
                step,
                title == null ? texts.get(0) : title,
                title == null ? texts.subList(1, texts.size()) : texts,
                deck.supporters(all).size());
    }
}
