-- Whom others removed and nobody has let in since: not by a code for everybody. Whoever left on one's own may come back.
alter table member add column barred boolean not null default false;
