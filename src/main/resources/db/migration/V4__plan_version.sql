-- States of a plan to look at and to go back to, as GET …/plan gives them. seq is the number of the last update in it.
create table plan_version (
    id        uuid primary key,
    room      uuid not null references room on delete cascade,
    seq       bigint not null,
    at        timestamptz not null,
    by_member uuid,
    reason    text not null,
    name      text,
    steps     integer not null,
    bytes     integer not null,
    plan      json not null
);
create index plan_version_room on plan_version (room, at);
