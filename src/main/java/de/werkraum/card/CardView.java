package de.werkraum.card;

import de.werkraum.access.Member;
import de.werkraum.store.CardSettings;
import de.werkraum.store.StoredCard;
import de.werkraum.store.StoredCard.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Cards as their readers see them. */
final class CardView {
    private CardView() {}

    /** How the room takes ideas and questions, and how many of them nobody sees yet. */
    static JsonObject settings(Deck deck) {
        CardSettings settings = deck.settings();
        List<StoredCard> silent = deck.those(deck::silent);
        JsonArray piles = new JsonArray();
        deck.piles()
                .forEach((id, title) ->
                        piles.add(new JsonObject().put("id", id.toString()).put("title", title)));
        return new JsonObject()
                .put("ideas", settings.ideas().wire())
                .put("names", settings.names())
                .put("questions", settings.questions())
                .put("moderated", settings.moderated())
                .put("anonymity", settings.anonymity().wire())
                .put("silent", silent.size())
                .put(
                        "writers",
                        silent.stream().map(StoredCard::author).distinct().count())
                .put("piles", piles);
    }

    /**
     * What somebody of that kind sees beside the own. Ideas stand in the order of their ids, which are of chance: the order of their coming would tell
     * whose they are.
     */
    static JsonArray seen(Deck deck, boolean moderates) {
        List<StoredCard> ideas = new ArrayList<>();
        List<StoredCard> questions = new ArrayList<>();
        for (StoredCard card : deck.all()) {
            if (deck.seen(card) || (moderates && !deck.silent(card))) {
                (card.kind() == Kind.IDEA ? ideas : questions).add(card);
            }
        }
        ideas.sort(Comparator.comparing(StoredCard::id));
        JsonArray list = new JsonArray();
        ideas.forEach(card -> list.add(card(deck, card)));
        questions.forEach(card -> list.add(card(deck, card)));
        return list;
    }

    /** A card as everybody sees it who sees it. */
    static JsonObject card(Deck deck, StoredCard card) {
        JsonObject json = new JsonObject()
                .put("id", card.id().toString())
                .put("kind", card.kind().wire())
                .put("text", card.text())
                .put("state", card.state().wire())
                .put("votes", deck.votes(card.id()));
        UUID pile = card.pile();
        if (pile != null) {
            json.put("pile", pile.toString());
        }
        if (card.step() != null) {
            json.put("step", card.step());
        }
        String author = deck.author(card);
        if (author != null) {
            json.put("by", author);
        }
        List<String> names = deck.names(card.id());
        if (!names.isEmpty()) {
            json.put("supporters", new JsonArray(names));
        }
        return json;
    }

    /** One's own card, with whether others see it. */
    static JsonObject own(Deck deck, StoredCard card) {
        return card(deck, card).put("named", card.named()).put("seen", deck.seen(card));
    }

    /** All own cards, in the order of their coming, and what one is for. */
    static JsonObject own(Deck deck, UUID member) {
        JsonArray cards = new JsonArray();
        deck.those(card -> card.author().equals(member)).forEach(card -> cards.add(own(deck, card)));
        JsonArray votes = new JsonArray();
        deck.votesOf(member).forEach(card -> votes.add(card.toString()));
        return new JsonObject().put("own", cards).put("votes", votes);
    }

    /** All that a member sees. */
    static JsonObject all(Deck deck, Member member) {
        return settings(deck)
                .put("cards", seen(deck, member.role().moderates()))
                .mergeIn(own(deck, member.id()));
    }

    /** What is kept about somebody. Others are told only what stands there with the name; everything, the member alone. */
    static JsonArray about(Deck deck, UUID member, Member asking) {
        boolean self = asking.id().equals(member);
        JsonArray list = new JsonArray();
        for (StoredCard card : deck.all()) {
            boolean own = card.author().equals(member) && (self || card.named());
            boolean voted = self ? deck.votedFor(card.id(), member) : deck.votedByName(card.id(), member);
            if ((own || voted) && (self || deck.seenBy(card, asking))) {
                list.add(card(deck, card).put("wrote", own).put("voted", voted));
            }
        }
        return list;
    }
}
