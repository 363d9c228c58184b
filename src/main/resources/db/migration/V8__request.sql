-- What a request has done whose answer may have got lost: the same request again is answered from here instead of being done twice. key is a
-- hash of who asks, what for, and the mark that came along; content is one of the body, so that another request under the same mark is told.
create table request (
    key     text primary key,
    content text not null,
    room    uuid references room on delete cascade,
    at      timestamptz not null,
    made    json not null
);
create index request_room on request (room);
create index request_at on request (at);
