package de.werkraum.card;

import de.werkraum.access.Member;
import de.werkraum.store.CardSettings;
import de.werkraum.store.CardStore;
import de.werkraum.store.StoredCard;
import de.werkraum.store.StoredCard.Kind;
import de.werkraum.store.StoredCard.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The cards of a room as they are stored. On the room's event loop only. */
final class Deck {
    private final Map<UUID, StoredCard> cards = new LinkedHashMap<>();
    private final Map<UUID, String> piles = new LinkedHashMap<>();
    private final Map<UUID, String> people = new HashMap<>();
    /** Who is for what, and whether the name stands at it. */
    private final Map<UUID, Map<UUID, Boolean>> votes = new HashMap<>();

    private CardSettings settings = CardSettings.NONE;
    private long changes;

    Deck(CardStore.Loaded loaded) {
        become(loaded);
    }

    /** What is stored takes the place of what was here. */
    void become(CardStore.Loaded loaded) {
        cards.clear();
        piles.clear();
        people.clear();
        votes.clear();
        settings = loaded.settings();
        loaded.cards().forEach(card -> cards.put(card.id(), card));
        piles.putAll(loaded.piles());
        people.putAll(loaded.people());
        loaded.votes().forEach(this::give);
        changes++;
    }

    // ---- reading

    CardSettings settings() {
        return settings;
    }

    /** Counts what was changed. */
    long changes() {
        return changes;
    }

    /** Whether nobody has asked for anything here. */
    boolean blank() {
        return cards.isEmpty() && settings.equals(CardSettings.NONE);
    }

    Collection<StoredCard> all() {
        return cards.values();
    }

    Optional<StoredCard> card(UUID id) {
        return Optional.ofNullable(cards.get(id));
    }

    List<StoredCard> those(Predicate<StoredCard> wanted) {
        return cards.values().stream().filter(wanted).toList();
    }

    /** Titles of piles that have one. */
    Map<UUID, String> piles() {
        return piles;
    }

    List<StoredCard> on(UUID pile) {
        return those(card -> pile.equals(card.pile()));
    }

    /** Whether nobody but its author sees it, moderators neither. */
    boolean silent(StoredCard card) {
        return card.kind() == Kind.IDEA && card.round() > settings.revealed();
    }

    /** Whether everybody sees it. */
    boolean seen(StoredCard card) {
        return !silent(card) && card.state().seen();
    }

    boolean seenBy(StoredCard card, Member member) {
        return seen(card) || (!silent(card) && member.role().moderates());
    }

    int votes(UUID card) {
        return votes.getOrDefault(card, Map.of()).size();
    }

    boolean votedFor(UUID card, UUID member) {
        return votes.getOrDefault(card, Map.of()).containsKey(member);
    }

    /** Whether somebody is for it and the name stands there. */
    boolean votedByName(UUID card, UUID member) {
        return votes.getOrDefault(card, Map.of()).getOrDefault(member, false);
    }

    /** What somebody is for. */
    List<UUID> votesOf(UUID member) {
        return cards.keySet().stream().filter(card -> votedFor(card, member)).toList();
    }

    /** Everybody who is for one of these. */
    Set<UUID> supporters(Collection<StoredCard> of) {
        Set<UUID> all = new TreeSet<>();
        of.forEach(card -> all.addAll(votes.getOrDefault(card.id(), Map.of()).keySet()));
        return all;
    }

    /** The names at a card of those who are for it and gave them. */
    List<String> names(UUID card) {
        List<String> names = new ArrayList<>();
        votes.getOrDefault(card, Map.of()).forEach((member, named) -> {
            String name = people.getOrDefault(member, "");
            if (named && !name.isEmpty()) {
                names.add(name);
            }
        });
        names.sort(null);
        return names;
    }

    /** The author's name where it stands at the card. */
    @Nullable
    String author(StoredCard card) {
        String name = card.named() ? people.getOrDefault(card.author(), "") : "";
        return name.isEmpty() ? null : name;
    }

    // ---- changing

    void set(CardSettings now) {
        settings = now;
        changes++;
    }

    /** A pile that this card was the last to leave has its title no longer. */
    void put(StoredCard card) {
        StoredCard before = cards.put(card.id(), card);
        UUID left = before == null ? null : before.pile();
        if (left != null && on(left).isEmpty()) {
            piles.remove(left);
        }
        changes++;
    }

    void remove(UUID id) {
        cards.remove(id);
        votes.remove(id);
        changes++;
    }

    void call(UUID pile, String title) {
        piles.put(pile, title);
        changes++;
    }

    /** A name that may come to stand at something. */
    void know(Member member) {
        people.put(member.id(), member.name());
    }

    /** Somebody is called otherwise now; answers whether that stands anywhere. */
    boolean renamed(UUID member, String name) {
        return people.containsKey(member) && !name.equals(people.put(member, name));
    }

    void give(CardStore.Vote vote) {
        votes.computeIfAbsent(vote.card(), filling -> new HashMap<>()).put(vote.member(), vote.named());
        changes++;
    }

    void take(CardStore.Vote vote) {
        votes.getOrDefault(vote.card(), new HashMap<>()).remove(vote.member());
        changes++;
    }

    /** Takes back all votes of somebody; answers the cards that had one. */
    List<UUID> expel(UUID member) {
        List<UUID> had = votesOf(member);
        votes.values().forEach(of -> of.remove(member));
        changes++;
        return had;
    }

    /** What is being answered now. */
    List<StoredCard> answering() {
        return those(card -> card.kind() == Kind.QUESTION && card.state() == State.ANSWERING);
    }
}
