-- So many updates of a plan are in a row as one, the last of which has its number: those of one group commit.
alter table plan_update add column updates integer not null default 1;
