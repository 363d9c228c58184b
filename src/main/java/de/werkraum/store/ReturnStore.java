package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** Which results of plenaries were brought back to the rooms. */
public final class ReturnStore {
    private final Pool pool;

    public ReturnStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A poll of a plenary that ended, or stands otherwise than when its result was brought back.
     *
     * @param stood how it stands now
     */
    public record Due(UUID event, UUID plenary, UUID poll, String stood) {}

    /** Those that are due, the oldest first. */
    public Future<List<Due>> due() {
        return pool.query(
                        """
                        select e.id as event, e.plenary, p.id as poll, p.state || case when p.revealed then ' revealed' else '' end as stood
                          from event e join poll p on p.room = e.plenary left join returned r on r.poll = p.id
                         where p.state in ('closed', 'cancelled')
                           and r.stood is distinct from p.state || case when p.revealed then ' revealed' else '' end
                         order by p.closed_at, p.id
                        """)
                .execute()
                .map(rows -> Rows.list(
                        rows,
                        row -> new Due(
                                row.getUUID("event"),
                                row.getUUID("plenary"),
                                row.getUUID("poll"),
                                row.getString("stood"))));
    }

    /** The result was brought back as it stood then. */
    public Future<Void> done(Due due) {
        return pool.preparedQuery(
                        """
                        insert into returned (poll, stood) select $1, $2 where exists (select 1 from poll where id = $1)
                        on conflict (poll) do update set stood = $2
                        """)
                .execute(Tuple.of(due.poll(), due.stood()))
                .mapEmpty();
    }
}
