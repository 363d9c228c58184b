package de.werkraum.card;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.pace.GroupCommit;
import de.werkraum.pace.TokenBucket;
import de.werkraum.problem.Problem;
import de.werkraum.store.CardSettings;
import de.werkraum.store.CardStore;
import de.werkraum.store.StoredCard;
import de.werkraum.store.StoredCard.Kind;
import de.werkraum.store.StoredCard.State;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cards and votes on their way: checked, committed, answered, then told. On the room's event loop only. */
final class Writing {
    private static final double SECONDS_PER_MINUTE = 60;

    private final CardVenue venue;
    private final Limits.Cards limits;
    private final Deck deck;
    private final CardNews news;
    private final Runnable doubt;
    private final GroupCommit<UUID, StoredCard> cards;
    private final GroupCommit<CardStore.Whose, CardStore.Wish> votes;
    private final Map<UUID, TokenBucket> pace = new HashMap<>();

    /** @param doubt hears that it isn't known what is stored */
    Writing(
            Scope scope,
            CardVenue venue,
            CardStore store,
            Limits.Cards limits,
            Deck deck,
            CardNews news,
            Runnable doubt) {
        this.venue = venue;
        this.limits = limits;
        this.deck = deck;
        this.news = news;
        this.doubt = doubt;
        cards = new GroupCommit<>(scope.context(), all -> store.put(scope.id(), all));
        votes = new GroupCommit<>(scope.context(), all -> store.vote(scope.id(), all));
    }

    /** Who writes no plan writes no cards either, but whether the plan is locked is no matter. */
    private void requireWriter(Member member) {
        if (member.role() == Role.VIEWER) {
            throw Problem.forbidden("onlyReads", "Viewers only read.");
        } else if (venue.closed()) {
            throw Problem.conflict("closed", "The room is closed.");
        }
    }

    /**
     * Writes a card, or other words on an own one that nobody else has seen. Completes after the commit.
     *
     * @param id of its author's making: the same sent again is the same card
     * @param unnamed whether whoever asks wants no name at the question
     */
    Future<StoredCard> put(UUID id, Member by, Kind kind, String text, boolean unnamed) {
        StoredCard before = known(id);
        if (before != null && !(before.author().equals(by.id()) && before.kind() == kind)) {
            throw Problem.conflict("otherCard", "There is another card of this id.");
        } else if (before != null && before.text().equals(text) && cards.underWay(id) == null) {
            return Future.succeededFuture(before);
        }
        requireWriter(by);
        boolean named = named(kind, unnamed);
        if (before == null) {
            requireRoom(by, kind);
        } else if (deck.card(id).isPresent() && untouchable(before)) {
            throw Problem.conflict("seen", "Others have seen this card already.");
        }
        StoredCard card = before == null ? fresh(id, by, kind, text, named) : before.saying(text, named);
        return cards.put(id, card).onFailure(lost -> doubt.run()).map(stored -> {
            if (!stored) {
                throw Problem.conflict("otherCard", "There is another card of this id.");
            }
            written(card, by);
            return deck.card(id).orElse(card);
        });
    }

    private @Nullable StoredCard known(UUID id) {
        StoredCard underWay = cards.underWay(id);
        return underWay == null ? deck.card(id).orElse(null) : underWay;
    }

    /** Whether somebody else has seen it: a question that waits is read by moderators, who may let in what they have read and nothing else. */
    private boolean untouchable(StoredCard card) {
        return card.kind() == Kind.QUESTION || !deck.silent(card);
    }

    private boolean named(Kind kind, boolean unnamed) {
        CardSettings settings = deck.settings();
        if (kind == Kind.IDEA) {
            return settings.names();
        }
        return switch (settings.anonymity()) {
            case ALWAYS -> false;
            case NEVER -> true;
            case CHOICE -> !unnamed;
        };
    }

    private void requireRoom(Member by, Kind kind) {
        CardSettings settings = deck.settings();
        if (kind == Kind.IDEA ? settings.ideas() == CardSettings.Ideas.OFF : !settings.questions()) {
            throw Problem.conflict("notAsked", "The room takes none now.");
        }
        long own = deck.those(card -> card.author().equals(by.id()) && card.kind() == kind)
                        .size()
                + cards.underWay().stream()
                        .filter(card -> card.author().equals(by.id()) && card.kind() == kind)
                        .count();
        if (own >= limits.cardsPerMember()) {
            throw Problem.conflict("enough", "You have written as many as one may.");
        } else if (deck.all().size() + cards.underWay().size() >= limits.cardsPerRoom()) {
            throw Problem.conflict("full", "The room has as many as it may have.");
        }
        long now = System.nanoTime();
        TokenBucket bucket = pace.computeIfAbsent(
                by.id(),
                missing -> new TokenBucket(limits.cardsPerMinute() / SECONDS_PER_MINUTE, limits.cardsPerMinute(), now));
        if (!bucket.open(now)) {
            throw Problem.tooMany("So many in a minute nobody reads. Please try again shortly.");
        }
        bucket.spend(1);
    }

    private StoredCard fresh(UUID id, Member by, Kind kind, String text, boolean named) {
        State state = kind == Kind.QUESTION
                        && deck.settings().moderated()
                        && !by.role().moderates()
                ? State.WAITING
                : State.OPEN;
        int round = kind == Kind.IDEA ? deck.settings().round() : 0;
        return new StoredCard(id, kind, by.id(), named, text, round, state, null, null);
    }

    private void written(StoredCard card, Member by) {
        StoredCard now = deck.card(card.id())
                .map(there -> there.saying(card.text(), card.named()))
                .orElse(card);
        if (card.named()) {
            deck.know(by);
        }
        deck.put(now);
        if (deck.silent(now)) {
            news.silent(now);
        } else if (now.state() == State.WAITING) {
            news.waiting(now);
        } else {
            news.cards(List.of(now));
        }
    }

    /** Gives somebody's vote for a card, or takes it back. Completes after the commit. */
    Future<Void> vote(UUID id, Member by, boolean given) {
        StoredCard card = deck.card(id).filter(deck::seen).orElseThrow(Sorting::unknown);
        CardStore.Whose whose = new CardStore.Whose(id, by.id());
        boolean underWay = votes.underWay(whose) != null;
        if (!underWay && deck.votedFor(id, by.id()) == given) {
            return Future.succeededFuture();
        }
        requireWriter(by);
        if (given && deck.votesOf(by.id()).size() >= limits.votesPerMember()) {
            throw Problem.conflict("enough", "You have voted for as many as one may.");
        }
        boolean named = card.kind() == Kind.IDEA && deck.settings().names();
        CardStore.Wish wish = new CardStore.Wish(new CardStore.Vote(id, by.id(), named), given);
        return votes.put(whose, wish).onFailure(lost -> doubt.run()).map(stored -> {
            if (!stored) {
                throw Sorting.unknown();
            }
            voted(wish, by);
            return null;
        });
    }

    private void voted(CardStore.Wish wish, Member by) {
        CardStore.Vote vote = wish.vote();
        if (deck.votedFor(vote.card(), vote.member()) == wish.given()) {
            return;
        }
        if (!wish.given()) {
            deck.take(vote);
        } else {
            if (vote.named()) {
                deck.know(by);
            }
            deck.give(vote);
        }
        news.voted(vote.card(), by, wish.given());
    }

    /** Completes when nothing is under way. */
    Future<Void> drained() {
        return Future.join(cards.drained(), votes.drained()).mapEmpty();
    }

    boolean idle() {
        return cards.drained().isComplete() && votes.drained().isComplete();
    }

    /** Forgets those who may write as many as anybody. */
    void rest() {
        long now = System.nanoTime();
        pace.values().removeIf(bucket -> bucket.full(now));
    }
}
