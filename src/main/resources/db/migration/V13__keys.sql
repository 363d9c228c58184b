-- Keys of an event, for scripts: kept as a hash, shown once. A revoked one stays, so that one sees that it was and who made what with it.
create table event_key (
    id         uuid primary key,
    event      uuid not null references event on delete cascade,
    name       text not null,
    scope      text not null,
    prefix     text not null,
    hash       bytea not null unique,
    created_at timestamptz not null,
    ends_at    timestamptz not null,
    revoked_at timestamptz,
    used_at    timestamptz
);
create index event_key_event on event_key (event);

-- Calendars to subscribe to: who knows the secret reads, until it is revoked, and as long as whoever made it is in the room. responsible narrows a
-- room's to one person's. mark tells what was given last, and changed_at since when it is so.
create table feed (
    id          uuid primary key,
    hash        bytea not null unique,
    room        uuid references room on delete cascade,
    event       uuid references event on delete cascade,
    responsible text,
    by_member   uuid not null,
    created_at  timestamptz not null,
    read_at     timestamptz,
    mark        text,
    changed_at  timestamptz,
    check ((room is null) <> (event is null))
);
create index feed_room on feed (room);
create index feed_event on feed (event);
