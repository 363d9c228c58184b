-- Polls of plenaries whose results were brought back to the rooms, and how they stood then: what stands otherwise is brought again.
create table returned (
    poll  uuid primary key references poll on delete cascade,
    stood text not null
);
create index event_plenary on event (plenary) where plenary is not null;
