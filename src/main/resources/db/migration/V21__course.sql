-- The course that a room takes, as its session said, and which part of it is on: null where none has begun.
alter table werkraum.room add column preset text, add column part integer;
