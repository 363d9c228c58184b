package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Erases personal data whose time is over; plans and results stay. */
public final class RetentionStore {
    private final Pool pool;

    public RetentionStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Erases the people of rooms that were closed, or entered by nobody, before that instant: names, organisations, who was in an electorate,
     * who cast which open ballot. Their tokens end.
     *
     * @return how many rooms were concerned
     */
    public Future<Integer> erase(Instant before) {
        return pool.preparedQuery(
                        """
                        with old as (
                            select id from room where coalesce(closed_at, entered_at) < $1
                               and exists (select 1 from member where member.room = room.id and name <> '')
                        ), people as (
                            update member set name = '', organisation = null, removed = true where room in (select id from old)
                        ), named as (
                            update poll set ballots = null where ballots is not null and room in (select id from old)
                        ), voters as (
                            delete from poll_voter where poll in (
                                select id from poll where state <> 'open' and room in (select id from old))
                        )
                        select count(*) from old
                        """)
                .execute(Tuple.of(Rows.time(before)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
