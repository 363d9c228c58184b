-- A timer that is paused has no end: how many of its seconds are left.
alter table werkraum.room add column timer_left integer;
