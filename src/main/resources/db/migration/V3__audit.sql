-- Who led the room how: moderation and acts on polls, never casting. People stand here by their id only; their names are looked up when
-- somebody reads, so that erasing a member leaves its acts without a name. by_member is null where the server acted by itself.
create table audit (
    seq       bigint generated always as identity primary key,
    id        uuid not null unique,
    room      uuid not null references room on delete cascade,
    at        timestamptz not null,
    by_member uuid,
    by_role   text,
    act       text not null,
    target    uuid,
    detail    json not null
);
create index audit_room on audit (room, seq);
