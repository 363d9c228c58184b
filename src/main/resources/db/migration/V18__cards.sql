-- What people contribute beside the plan: ideas while they are collected, questions to whoever speaks. An idea is seen by others once its round is
-- revealed: so a revealing is one row, and no idea that is on its way meanwhile slips past it.
create table card_room (
    room      uuid primary key references room on delete cascade,
    ideas     text not null,
    revealed  integer not null,
    names     boolean not null,
    questions boolean not null,
    moderated boolean not null,
    anonymity text not null
);

-- The id is of its author's making, so that it can be sent again. arrived is the order of their coming, which is told of questions only.
create table card (
    room    uuid not null references room on delete cascade,
    id      uuid not null,
    kind    text not null,
    author  uuid not null,
    named   boolean not null,
    text    text not null,
    round   integer not null,
    state   text not null,
    pile    uuid,
    step    text,
    arrived bigint generated always as identity,
    primary key (room, id)
);

-- Piles of ideas that say the same. One without cards is forgotten when it is read.
create table card_pile (
    room  uuid not null references room on delete cascade,
    id    uuid not null,
    title text not null,
    primary key (room, id)
);

create table card_vote (
    room   uuid not null,
    card   uuid not null,
    member uuid not null,
    named  boolean not null,
    primary key (room, card, member),
    foreign key (room, card) references card on delete cascade
);
create index card_vote_member on card_vote (room, member);

-- What screens of an event show in turn, and since when.
alter table event add column playlist json;
alter table event add column playlist_at timestamptz;
