-- What the bytes of a row are checked against: CRC-32C of data. Null in rows older than this column.
alter table plan_update add column crc integer;
alter table plan_snapshot add column crc integer;

-- The newest snapshot and the one before it stay, with all updates since the older one: whichever row is damaged, the others make up for it.
alter table plan_snapshot drop constraint plan_snapshot_pkey, add primary key (room, seq);
