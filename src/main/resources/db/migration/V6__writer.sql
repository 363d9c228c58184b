-- Which server may write here. Each start takes the next term; whoever holds an older one has been replaced.
create table writer (
    single boolean primary key default true check (single),
    term integer not null
);
insert into writer (term) values (0);
