package de.werkraum.card;

import de.werkraum.access.Member;
import de.werkraum.store.StoredCard;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Events;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changes of cards. What is for all is written once for all of a kind, also for those who come; what is one's own goes to one's own
 * connections. On the room's event loop only.
 */
final class CardNews {
    /** Between two news of numbers. A hall that votes sends hundreds a second, and nobody reads more than some. Milliseconds. */
    private static final long COUNTS_MILLIS = 300;

    private final Scope scope;
    private final Audience audience;
    private final Deck deck;
    private final Set<UUID> counted = new HashSet<>();
    private final Set<UUID> renamed = new HashSet<>();
    private boolean renaming;
    private boolean counting;
    private @Nullable Outgoing forAll;
    private @Nullable Outgoing forModerators;

    CardNews(Scope scope, Audience audience, Deck deck) {
        this.scope = scope;
        this.audience = audience;
        this.deck = deck;
    }

    /** What somebody needs to know who comes. */
    void greet(Session session) {
        if (session.hearsEvents() && !deck.blank()) {
            audience.send(session, whole(session.member().role().moderates()));
            tellOwn(session);
        }
    }

    private Outgoing whole(boolean moderates) {
        Outgoing known = moderates ? forModerators : forAll;
        if (known != null) {
            return known;
        }
        Outgoing made = Events.encode(
                CardView.settings(deck).put("type", "cards").put("cards", CardView.seen(deck, moderates)));
        if (moderates) {
            forModerators = made;
        } else {
            forAll = made;
        }
        return made;
    }

    private void tellOwn(Session session) {
        JsonObject own = CardView.own(deck, session.member().id());
        if (!own.getJsonArray("own").isEmpty() || !own.getJsonArray("votes").isEmpty()) {
            audience.tell(session, own.put("type", "cardsOwn"));
        }
    }

    /** Everything, to everybody: much has changed. */
    void all() {
        changed();
        audience.sessions().forEach(session -> {
            if (session.hearsEvents()) {
                audience.send(session, whole(session.member().role().moderates()));
                audience.tell(session, CardView.own(deck, session.member().id()).put("type", "cardsOwn"));
            }
        });
    }

    /** How the room takes them. */
    void settings() {
        changed();
        audience.tellAll(CardView.settings(deck).put("type", "cards"));
    }

    /** Cards as they are now, to those who see them; to others, that they are gone. */
    void cards(Collection<StoredCard> cards) {
        changed();
        for (StoredCard card : cards) {
            Outgoing told = Events.encode(new JsonObject().put("type", "card").put("card", CardView.card(deck, card)));
            Outgoing gone = gone(card.id());
            for (Session session : audience.sessions()) {
                if (session.hearsEvents()) {
                    audience.send(session, deck.seenBy(card, session.member()) ? told : gone);
                }
            }
            own(card);
        }
    }

    /** A card that nobody else has seen. */
    void silent(StoredCard card) {
        counts(List.of());
        own(card);
    }

    private void own(StoredCard card) {
        JsonObject event = new JsonObject().put("type", "cardOwn").put("card", CardView.own(deck, card));
        audience.of(card.author()).forEach(session -> audience.tell(session, event));
    }

    /** A question that moderators are to let in: nobody else hears that there is one. */
    void waiting(StoredCard card) {
        changed();
        tellReaders(card, Events.encode(new JsonObject().put("type", "card").put("card", CardView.card(deck, card))));
        own(card);
    }

    /** A card that is no more, to those who knew of it. */
    void removed(StoredCard card) {
        changed();
        Outgoing gone = gone(card.id());
        tellReaders(card, gone);
        if (!deck.seen(card)) {
            audience.of(card.author()).forEach(session -> audience.send(session, gone));
        }
        counts(List.of());
    }

    private void tellReaders(StoredCard card, Outgoing told) {
        audience.sessions().stream()
                .filter(session -> session.hearsEvents() && deck.seenBy(card, session.member()))
                .forEach(session -> audience.send(session, told));
    }

    /** Somebody is called otherwise where a name stands: told soon, and only the cards that it is about. */
    void renamed(UUID member) {
        changed();
        renamed.add(member);
        if (!renaming) {
            renaming = true;
            scope.after(COUNTS_MILLIS, this::tellRenamed);
        }
    }

    private void tellRenamed() {
        renaming = false;
        Set<UUID> members = Set.copyOf(renamed);
        renamed.clear();
        cards(deck.those(card -> card.named() && members.contains(card.author()) && !deck.silent(card)));
        members.forEach(member -> counts(deck.votesOf(member)));
    }

    private static Outgoing gone(UUID id) {
        return Events.encode(new JsonObject().put("type", "card").put("gone", id.toString()));
    }

    /** Somebody is for a card, or no longer. */
    void voted(UUID card, Member member, boolean given) {
        JsonObject event = new JsonObject()
                .put("type", "cardVote")
                .put("card", card.toString())
                .put("given", given);
        audience.of(member.id()).forEach(session -> audience.tell(session, event));
        counts(List.of(card));
    }

    /** Numbers at cards have changed, or that of cards nobody sees. */
    void counts(Collection<UUID> cards) {
        changed();
        counted.addAll(cards);
        if (!counting) {
            counting = true;
            scope.after(COUNTS_MILLIS, this::tellCounts);
        }
    }

    private void tellCounts() {
        counting = false;
        JsonArray votes = new JsonArray();
        counted.stream()
                .flatMap(id -> deck.card(id).stream())
                .filter(deck::seen)
                .forEach(card -> {
                    JsonObject now = CardView.card(deck, card);
                    JsonObject count =
                            new JsonObject().put("id", now.getValue("id")).put("votes", now.getValue("votes"));
                    votes.add(
                            now.containsKey("supporters")
                                    ? count.put("supporters", now.getValue("supporters"))
                                    : count);
                });
        counted.clear();
        JsonObject settings = CardView.settings(deck);
        audience.tellAll(new JsonObject()
                .put("type", "cardCounts")
                .put("silent", settings.getValue("silent"))
                .put("writers", settings.getValue("writers"))
                .put("votes", votes));
    }

    private void changed() {
        forAll = null;
        forModerators = null;
    }
}
