-- The programme of an event. brought is what a file last said of a session: what differs from it was typed here. A session outlives its room.
create table session (
    id         uuid primary key,
    event      uuid not null references event on delete cascade,
    place_in   integer not null,
    key        text,
    title      text not null,
    place      text,
    starts_at  timestamptz,
    ends_at    timestamptz,
    moderators text[] not null,
    seats      integer,
    template   text,
    preset     text,
    brought    json,
    room       uuid references room on delete set null
);
create index session_event on session (event, place_in);
create unique index session_key on session (event, key);
create unique index session_room on session (room);

-- programme counts its changes, so that two who edit it at once hear of each other; plenary is the room where all meet.
alter table event add column programme integer not null default 0;
alter table event add column plenary uuid references room on delete set null;
