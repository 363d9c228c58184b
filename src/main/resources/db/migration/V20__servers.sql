-- Servers that share this database, one row for each start: number is its term. One that does not serve yet looks for the others. Whoever is
-- fenced can commit nothing any more.
create table server (
    number  integer primary key,
    node    text not null unique,
    http    text not null,
    loops   integer not null,
    version text not null,
    serving boolean not null default false,
    fenced  boolean not null default false
);
-- Apart from its row, which every commit of the server locks.
create table server_beat (
    number  integer primary key references server on delete cascade,
    beat_at timestamptz not null default clock_timestamp()
);
-- Which server a room lives at, null while at none; term grows with each move.
create table room_owner (
    room   uuid primary key references room on delete cascade,
    server integer,
    term   integer not null
);
create index room_owner_server on room_owner (server);

-- Whoever fences a server waits for its commits under way, since these hold its row; all that come later find it fenced.
create function fence() returns trigger language plpgsql as $$
begin
    perform 1 from server where number = current_setting('werkraum.server')::integer and not fenced for share;
    if not found then
        raise exception 'server % is fenced', current_setting('werkraum.server') using errcode = 'WK001';
    end if;
    return null;
end
$$;

-- Sessions of one server that is alone name none, and pass without a call.
create procedure fence_table(name text) language plpgsql as $$
begin
    execute format('create trigger fence before insert or update or delete or truncate on %I for each statement '
        'when (current_setting(''werkraum.server'', true) <> '''') execute function fence()', name);
end
$$;

do $$
declare
    made record;
begin
    for made in select tablename from pg_tables
        where schemaname = current_schema() and tablename not in ('server', 'server_beat', 'room_owner', 'writer')
    loop
        call fence_table(made.tablename);
    end loop;
end
$$;
