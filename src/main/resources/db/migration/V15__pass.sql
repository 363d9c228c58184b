-- A person of an event: joins once, and is one member of each of its rooms that it enters. at is the room where it is now. personal: came by
-- a code for one person, so that it is nobody else. account as in member.
create table pass (
    id           uuid primary key,
    event        uuid not null references event on delete cascade,
    name         text not null,
    organisation text,
    role         text not null,
    personal     boolean not null,
    joined_at    timestamptz not null,
    seen_at      timestamptz not null,
    at           uuid references room on delete set null,
    removed      boolean not null default false,
    account      uuid
);
create index pass_event on pass (event);
create unique index pass_account on pass (event, account) where account is not null and not removed;
create index pass_at on pass (at);

alter table member add column pass uuid references pass on delete set null;
create unique index member_pass on member (pass, room) where not removed;

-- The codes of events, as those of rooms: one shared code a role, and codes for one person each.
create table event_code (
    code    text primary key,
    hash    bytea not null unique,
    event   uuid not null references event on delete cascade,
    role    text not null,
    single  boolean not null default false,
    used_by uuid references pass on delete set null
);
create unique index event_code_shared on event_code (event, role) where not single;

-- Who means to come to which session.
create table expected (
    session uuid not null references session on delete cascade,
    pass    uuid not null references pass on delete cascade,
    primary key (session, pass)
);
create index expected_pass on expected (pass);
