package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** What is set once for the whole installation: the token secret, the hash of the organiser's key. */
public final class SettingStore {
    private final Pool pool;

    public SettingStore(Pool pool) {
        this.pool = pool;
    }

    /** The value of that name, if it was ever set. */
    public Future<Optional<String>> get(String key) {
        return pool.preparedQuery("select value from setting where key = $1")
                .execute(Tuple.of(key))
                .map(rows -> Rows.first(rows, row -> row.getString(0)));
    }

    /** Stores the value unless there is one already, and answers the one that counts: two servers starting together agree. */
    public Future<String> keep(String key, String value) {
        return pool.preparedQuery("insert into setting (key, value) values ($1, $2) on conflict (key) do nothing")
                .execute(Tuple.of(key, value))
                .compose(done -> get(key))
                .map(Optional::orElseThrow);
    }

    /** Stores the value in place of any before. */
    public Future<Void> put(String key, String value) {
        return pool.preparedQuery(
                        """
                        insert into setting (key, value) values ($1, $2)
                        on conflict (key) do update set value = excluded.value
                        """)
                .execute(Tuple.of(key, value))
                .mapEmpty();
    }
}
