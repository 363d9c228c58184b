-- What was announced to a whole event last, and until when it is to be read: rooms and screens that come later tell it too.
alter table werkraum.event add column announced text, add column announced_until timestamptz;
