-- Whoever signs on at a provider is the same member of a room from every device. account is made of what the provider calls somebody, with a secret of
-- this installation that is not in this table; it goes when the member is erased.
alter table member add column account uuid;
create unique index member_account on member (room, account) where account is not null and not removed;
create index member_by_account on member (account) where account is not null;

-- Events whose participants are to sign on.
create table event_sign_on (
    event uuid primary key references event on delete cascade
);
