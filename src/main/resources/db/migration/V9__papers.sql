-- What participants take along once a room is closed, and whether the server writes the minutes along.
alter table werkraum.room
    add column take_along text[] not null default array['pdf', 'docx', 'ics'],
    add column minuting boolean not null default true;
