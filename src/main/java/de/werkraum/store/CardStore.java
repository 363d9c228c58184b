package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Ideas and questions of rooms, and who is for them. */
public final class CardStore {
    private final Pool pool;

    public CardStore(Pool pool) {
        this.pool = pool;
    }

    /** Whose vote for what: there is one. */
    public record Whose(UUID card, UUID member) {}

    /** Somebody for a card. */
    public record Vote(UUID card, UUID member, boolean named) {
        /** Whose it is. */
        public Whose whose() {
            return new Whose(card, member);
        }
    }

    /** A vote that is given or taken back. */
    public record Wish(Vote vote, boolean given) {}

    /**
     * All of a room.
     *
     * @param piles their titles
     * @param people names of members that stand at something
     */
    public record Loaded(
            CardSettings settings,
            List<StoredCard> cards,
            Map<UUID, String> piles,
            List<Vote> votes,
            Map<UUID, String> people) {
        /** Nothing. */
        public static final Loaded NONE = new Loaded(CardSettings.NONE, List.of(), Map.of(), List.of(), Map.of());
    }

    /** All cards of a room; four questions only where there is something. */
    public Future<Loaded> load(UUID room) {
        return pool.preparedQuery(
                        "select ideas, revealed, names, questions, moderated, anonymity from card_room where room = $1")
                .execute(Tuple.of(room))
                .map(rows -> Rows.first(rows, CardStore::settings))
                .compose(found -> found.isEmpty() ? Future.succeededFuture(Loaded.NONE) : load(room, found.get()));
    }

    private Future<Loaded> load(UUID room, CardSettings settings) {
        Future<List<StoredCard>> cards = pool.preparedQuery(
                        """
                        select id, kind, author, named, text, round, state, pile, step from card where room = $1 order by arrived
                        """)
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, CardStore::card));
        Future<Map<UUID, String>> piles = pool.preparedQuery(
                        """
                        select p.id, p.title from card_pile p where p.room = $1
                           and exists (select from card c where c.room = p.room and c.pile = p.id) order by p.id
                        """)
                .execute(Tuple.of(room))
                .map(rows -> names(Rows.list(rows, CardStore::named)));
        Future<List<Vote>> votes = pool.preparedQuery("select card, member, named from card_vote where room = $1")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(
                        rows, row -> new Vote(row.getUUID("card"), row.getUUID("member"), row.getBoolean("named"))));
        Future<Map<UUID, String>> people = pool.preparedQuery(
                        """
                        select m.id, m.name as title from member m where m.room = $1
                           and (exists (select from card c where c.room = $1 and c.author = m.id and c.named)
                                or exists (select from card_vote v where v.room = $1 and v.member = m.id and v.named))
                        """)
                .execute(Tuple.of(room))
                .map(rows -> names(Rows.list(rows, CardStore::named)));
        return Future.all(cards, piles, votes, people)
                .map(all -> new Loaded(settings, cards.result(), piles.result(), votes.result(), people.result()));
    }

    /** An id with words. */
    private record Named(UUID id, String title) {}

    private static Named named(Row row) {
        return new Named(row.getUUID("id"), row.getString("title"));
    }

    private static Map<UUID, String> names(List<Named> all) {
        Map<UUID, String> names = new LinkedHashMap<>();
        all.forEach(one -> names.put(one.id(), one.title()));
        return names;
    }

    private static CardSettings settings(Row row) {
        return new CardSettings(
                CardSettings.Ideas.valueOf(upper(row, "ideas")),
                row.getInteger("revealed"),
                row.getBoolean("names"),
                row.getBoolean("questions"),
                row.getBoolean("moderated"),
                CardSettings.Anonymity.valueOf(upper(row, "anonymity")));
    }

    private static StoredCard card(Row row) {
        return new StoredCard(
                row.getUUID("id"),
                StoredCard.Kind.valueOf(upper(row, "kind")),
                row.getUUID("author"),
                row.getBoolean("named"),
                row.getString("text"),
                row.getInteger("round"),
                StoredCard.State.valueOf(upper(row, "state")),
                row.getUUID("pile"),
                row.getString("step"));
    }

    private static String upper(Row row, String column) {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    // ---- writing

    /** How a room takes ideas and questions from now on. */
    public Future<Void> set(UUID room, CardSettings settings, AuditEntry note) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into card_room (room, ideas, revealed, names, questions, moderated, anonymity) values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (room) do update set ideas = $2, revealed = $3, names = $4, questions = $5, moderated = $6, anonymity = $7
                        """)
                .execute(Tuple.tuple()
                        .addValue(room)
                        .addValue(settings.ideas().wire())
                        .addValue(settings.revealed())
                        .addValue(settings.names())
                        .addValue(settings.questions())
                        .addValue(settings.moderated())
                        .addValue(settings.anonymity().wire()))
                .compose(done -> AuditStore.write(connection, List.of(note))));
    }

    /** New cards, and new words of cards that nobody else has seen; answers the ids of those that are there now as given. */
    public Future<Set<UUID>> put(UUID room, Collection<StoredCard> cards) {
        return pool.preparedQuery(
                        """
                        insert into card (room, id, kind, author, named, text, round, state)
                        select $1, c.* from unnest($2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::text[], $7::int[], $8::text[]) as c
                        on conflict (room, id) do update set text = excluded.text, named = excluded.named where card.author = excluded.author
                        returning id
                        """)
                .execute(Tuple.tuple()
                        .addValue(room)
                        .addValue(cards.stream().map(StoredCard::id).toArray(UUID[]::new))
                        .addValue(cards.stream().map(card -> card.kind().wire()).toArray(String[]::new))
                        .addValue(cards.stream().map(StoredCard::author).toArray(UUID[]::new))
                        .addValue(cards.stream().map(StoredCard::named).toArray(Boolean[]::new))
                        .addValue(cards.stream().map(StoredCard::text).toArray(String[]::new))
                        .addValue(cards.stream().map(StoredCard::round).toArray(Integer[]::new))
                        .addValue(
                                cards.stream().map(card -> card.state().wire()).toArray(String[]::new)))
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("id"))));
    }

    /** Gives and takes back votes; answers those of cards that are there. */
    public Future<Set<Whose>> vote(UUID room, Collection<Wish> wishes) {
        List<Vote> given = votes(wishes, true);
        List<Vote> taken = votes(wishes, false);
        return pool.withTransaction(connection -> connection
                .preparedQuery("select id from card where room = $1 and id = any($2) for key share")
                .execute(Tuple.of(room, (Object) wishes.stream()
                        .map(wish -> wish.vote().card())
                        .distinct()
                        .toArray(UUID[]::new)))
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("id"))))
                .compose(there -> give(connection, room, given, there)
                        .compose(done -> take(connection, room, taken))
                        .map(done -> held(wishes, there))));
    }

    private static List<Vote> votes(Collection<Wish> wishes, boolean given) {
        return wishes.stream()
                .filter(wish -> wish.given() == given)
                .map(Wish::vote)
                .toList();
    }

    private static Set<Whose> held(Collection<Wish> wishes, Set<UUID> there) {
        Set<Whose> held = new HashSet<>();
        wishes.stream()
                .map(Wish::vote)
                .filter(vote -> there.contains(vote.card()))
                .forEach(vote -> held.add(vote.whose()));
        return held;
    }

    private static Future<Void> give(SqlConnection connection, UUID room, List<Vote> votes, Set<UUID> there) {
        List<Vote> possible =
                votes.stream().filter(vote -> there.contains(vote.card())).toList();
        return connection
                .preparedQuery(
                        """
                        insert into card_vote (room, card, member, named)
                        select $1, v.* from unnest($2::uuid[], $3::uuid[], $4::boolean[]) as v on conflict do nothing
                        """)
                .execute(Tuple.of(
                        room,
                        (Object) possible.stream().map(Vote::card).toArray(UUID[]::new),
                        (Object) possible.stream().map(Vote::member).toArray(UUID[]::new),
                        (Object) possible.stream().map(Vote::named).toArray(Boolean[]::new)))
                .mapEmpty();
    }

    private static Future<Void> take(SqlConnection connection, UUID room, List<Vote> votes) {
        return connection
                .preparedQuery(
                        """
                        delete from card_vote v using unnest($2::uuid[], $3::uuid[]) as gone(card, member)
                         where v.room = $1 and v.card = gone.card and v.member = gone.member
                        """)
                .execute(Tuple.of(room, (Object) votes.stream().map(Vote::card).toArray(UUID[]::new), (Object)
                        votes.stream().map(Vote::member).toArray(UUID[]::new)))
                .mapEmpty();
    }

    /** How far cards are, which pile they lie on, and what they have become. */
    public Future<Void> become(UUID room, List<StoredCard> cards, List<AuditEntry> notes) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        update card set state = c.state, pile = c.pile, step = c.step
                          from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[]) as c(id, state, pile, step)
                         where card.room = $1 and card.id = c.id
                        """)
                .execute(Tuple.of(
                        room,
                        (Object) cards.stream().map(StoredCard::id).toArray(UUID[]::new),
                        (Object) cards.stream().map(card -> card.state().wire()).toArray(String[]::new),
                        (Object) cards.stream().map(StoredCard::pile).toArray(UUID[]::new),
                        (Object) cards.stream().map(StoredCard::step).toArray(String[]::new)))
                .compose(done -> connection
                        .preparedQuery(
                                """
                                delete from card_pile p where p.room = $1
                                   and not exists (select from card c where c.room = p.room and c.pile = p.id)
                                """)
                        .execute(Tuple.of(room)))
                .compose(done -> AuditStore.write(connection, notes)));
    }

    /** What a pile is called. */
    public Future<Void> call(UUID room, UUID pile, String title) {
        return pool.preparedQuery(
                        """
                        insert into card_pile (room, id, title) values ($1, $2, $3) on conflict (room, id) do update set title = $3
                        """)
                .execute(Tuple.of(room, pile, title))
                .mapEmpty();
    }

    /** Takes a card away, with all votes for it. */
    public Future<Void> delete(UUID room, UUID card, List<AuditEntry> notes) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("delete from card where room = $1 and id = $2")
                .execute(Tuple.of(room, card))
                .compose(done -> AuditStore.write(connection, notes)));
    }

    /** Takes back all votes of somebody who is in the room no more. */
    public Future<Void> expel(UUID room, UUID member) {
        return pool.preparedQuery("delete from card_vote where room = $1 and member = $2")
                .execute(Tuple.of(room, member))
                .mapEmpty();
    }
}
