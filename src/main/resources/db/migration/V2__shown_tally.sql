-- The tally shown last of an open poll and the number of ballots in it. In a secret poll the next one may come only when enough further
-- members have cast, and a restart of the server must not make it come sooner.
alter table poll
    add column shown_cast integer not null default 0,
    add column shown_tally json;
