package de.werkraum.card;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.store.CardSettings;
import de.werkraum.store.CardStore;
import de.werkraum.store.StoredCard;
import de.werkraum.store.StoredCard.Kind;
import de.werkraum.store.StoredCard.State;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The ideas and questions of a room: what is asked of them and done with them. On the room's event loop only. */
public final class Cards {
    private static final Logger LOG = Logger.getLogger(Cards.class.getName());

    private final Scope scope;
    private final CardVenue venue;
    private final CardStore store;
    private final Deck deck;
    private final CardNews news;
    private final Writing writing;
    private final Sorting sorting;
    private boolean doubtful;
    private boolean reading;

    /** @param loaded as stored */
    public Cards(
            Scope scope,
            Audience audience,
            CardVenue venue,
            CardStore store,
            Limits.Cards limits,
            CardStore.Loaded loaded) {
        this.scope = scope;
        this.venue = venue;
        this.store = store;
        deck = new Deck(loaded);
        news = new CardNews(scope, audience, deck);
        writing = new Writing(scope, venue, store, limits, deck, news, this::doubt);
        sorting = new Sorting(scope, venue, store, deck, news, this::doubt);
    }

    /** Tells a connection what its member sees. */
    public void greet(Session session) {
        news.greet(session);
    }

    /** All that a member sees. */
    public JsonObject view(Member member) {
        return CardView.all(deck, member);
    }

    // ---- writing

    /**
     * Writes a card, or other words on an own one that nobody else has seen; the same again changes nothing. Completes after the commit.
     *
     * @param id of its author's making
     * @param unnamed whether whoever asks wants no name at the question
     */
    public Future<JsonObject> put(UUID id, Member by, Kind kind, String text, boolean unnamed) {
        return writing.put(id, by, kind, text, unnamed).map(card -> CardView.own(deck, card));
    }

    /** Takes back an own card that others have not seen. */
    public Future<Void> withdraw(UUID id, Member by) {
        return sorting.withdraw(id, by);
    }

    /** Gives a member's one vote for a card, or takes it back. Completes after the commit. */
    public Future<JsonObject> vote(UUID id, Member by, boolean given) {
        return writing.vote(id, by, given).map(done -> new JsonObject().put("votes", deck.votes(id)));
    }

    // ---- sorting

    /** How the room takes ideas and questions from now on. */
    public Future<Void> set(UnaryOperator<CardSettings> change, Member by) {
        return sorting.set(change, by);
    }

    /** How far a card is. */
    public Future<Void> turn(UUID id, State state, Member by) {
        return sorting.turn(id, state, by);
    }

    /** Lays a card on another, or takes it off its pile where there is no other. */
    public Future<Void> lay(UUID id, @Nullable UUID onto, Member by) {
        return sorting.lay(id, onto, by);
    }

    /** What a pile is called. */
    public Future<Void> call(UUID pile, String title, Member by) {
        return sorting.call(pile, title, by);
    }

    /** Makes a step of an idea and of all on its pile; answers its id. */
    public Future<String> step(UUID id, Member by) {
        return sorting.step(id, by);
    }

    // ---- people

    /** What is kept about a member. */
    public JsonArray about(UUID member, Member asking) {
        return CardView.about(deck, member, asking);
    }

    /** Somebody is called otherwise now. */
    public void renamed(Member member) {
        if (deck.renamed(member.id(), member.name())) {
            news.renamed(member.id());
        }
    }

    /** Takes back the votes of somebody who is in the room no more; in a closed room they count on. */
    public Future<Void> expel(UUID member) {
        if (venue.closed() || deck.votesOf(member).isEmpty()) {
            return Future.succeededFuture();
        }
        return store.expel(scope.id(), member)
                .onFailure(lost -> doubt())
                .onSuccess(done -> news.counts(deck.expel(member)));
    }

    /** Takes away what erased members wrote that nobody else has seen, and their names from the rest. */
    public Future<Void> erase(Set<UUID> members) {
        List<Future<?>> all = new ArrayList<>();
        List<StoredCard> silent = deck.those(card -> members.contains(card.author()) && deck.silent(card));
        silent.forEach(card -> all.add(store.delete(scope.id(), card.id(), List.of())));
        return Future.all(all).<Void>mapEmpty().onFailure(lost -> doubt()).onSuccess(done -> {
            silent.forEach(card -> deck.remove(card.id()));
            boolean stood = false;
            for (UUID member : members) {
                stood |= deck.renamed(member, "");
            }
            if (stood || !silent.isEmpty()) {
                news.all();
            }
        });
    }

    // ---- upkeep

    /** What is stored may be something else: it is read again, and becomes what is here. */
    public void doubt() {
        doubtful = true;
    }

    /** To be called every second. */
    public void tick() {
        writing.rest();
        if (doubtful && !reading) {
            reading = true;
            scope.acts()
                    .pass(() -> writing.drained().compose(quiet -> readAgain()))
                    .onFailure(failure -> LOG.log(
                            Level.WARNING,
                            "What is stored of cards in room {0} is read again later: {1}",
                            new Object[] {scope.id(), failure.toString()}))
                    .onComplete(done -> reading = false);
        }
    }

    private Future<Void> readAgain() {
        long before = deck.changes();
        return store.load(scope.id()).map(loaded -> {
            // Where something was written meanwhile the next second asks again.
            if (deck.changes() == before && writing.idle()) {
                deck.become(loaded);
                doubtful = false;
                news.all();
            }
            return null;
        });
    }

    /** Whether the room may leave memory. */
    public boolean idle() {
        return writing.idle() && !doubtful;
    }
}
