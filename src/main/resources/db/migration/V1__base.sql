-- Rooms, people, plans and polls. Ids are UUID v7 made by the server.

create table setting (
    key   text primary key,
    value text not null
);

create table event (
    id         uuid primary key,
    title      text not null,
    date       date,
    venue      text,
    created_at timestamptz not null
);

create table room (
    id            uuid primary key,
    event         uuid references event on delete set null,
    title         text not null,
    language      text not null,
    phase         text not null default 'collect',
    locked        boolean not null default false,
    timer_ends_at timestamptz,
    timer_seconds integer,
    spotlight     text,
    admission     text not null default 'open',
    created_at    timestamptz not null,
    entered_at    timestamptz not null,
    closed_at     timestamptz
);
create index room_event on room (event);

create table member (
    id           uuid primary key,
    room         uuid not null references room on delete cascade,
    name         text not null,
    organisation text,
    role         text not null,
    joined_at    timestamptz not null,
    removed      boolean not null default false
);
create index member_room on member (room);

-- One shared code a role; single-use codes belong to whoever used them first.
create table code (
    code    text primary key,
    room    uuid not null references room on delete cascade,
    role    text not null,
    single  boolean not null default false,
    used_by uuid references member on delete set null
);
create unique index code_shared on code (room, role) where not single;

-- The plan of a room is its snapshot (all updates up to seq) and the log of Yjs updates after it.
create table plan_snapshot (
    room uuid primary key references room on delete cascade,
    seq  bigint not null,
    data bytea not null
);
create table plan_update (
    room uuid not null references room on delete cascade,
    seq  bigint not null,
    data bytea not null,
    primary key (room, seq)
);

create table poll (
    id         uuid primary key,
    room       uuid not null references room on delete cascade,
    question   text not null,
    method     text not null,
    options    json not null,
    settings   json not null,
    state      text not null,
    opened_at  timestamptz,
    closes_at  timestamptz,
    closed_at  timestamptz,
    eligible   integer not null default 0,
    opening_eligible integer not null default 0,
    opening_present  integer not null default 0,
    cast_count integer not null default 0,
    revealed   boolean not null default false,
    tally      json,
    receipts   json,
    ballots    json,
    reason     text,
    origin     uuid
);
create index poll_room on poll (room);

-- The electorate, frozen at opening. Whether somebody has voted is written once, for all, when the poll closes: no mark carries a time
-- or an order. The ballots of an open poll lie in a table of their own, ballot_<id of the poll>, which is dropped on closing.
create table poll_voter (
    poll         uuid not null references poll on delete cascade,
    member       uuid not null,
    organisation text,
    present      boolean not null,
    voted        boolean not null default false,
    primary key (poll, member)
);
