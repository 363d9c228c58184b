-- As member.barred: whom others took out of the event and nobody has let in since.
alter table pass add column barred boolean not null default false;
