-- What an event came to, for everybody who knows the address, until that is withdrawn: kept as a hash. One an event.
create table publication (
    id           uuid primary key,
    event        uuid not null unique references event on delete cascade,
    hash         bytea not null unique,
    names        boolean not null,
    downloads    boolean not null,
    published_at timestamptz not null,
    by_pass      uuid references pass on delete set null
);

-- Addresses by which whoever is in charge says how far steps are, without an account: of some steps, or of all where somebody is responsible.
-- reports counts those of the day reported_on.
create table status_link (
    id          uuid primary key,
    hash        bytea not null unique,
    room        uuid not null references room on delete cascade,
    steps       text[],
    responsible text,
    by_member   uuid not null,
    created_at  timestamptz not null,
    ends_at     timestamptz not null,
    read_at     timestamptz,
    reported_at timestamptz,
    reported_on date,
    reports     integer not null default 0,
    check ((steps is null) <> (responsible is null))
);
create index status_link_room on status_link (room);
create index publication_pass on publication (by_pass);
