-- Other servers that want to hear what is done in rooms. due is when the next try may begin; whoever tries moves it on, so that of several
-- servers one does. secret is sealed, since signing needs it.
create table hook (
    id            uuid primary key,
    url           text not null,
    secret        bytea not null,
    events        text[] not null,
    room          uuid,
    created_at    timestamptz not null,
    due           timestamptz not null,
    tries         integer not null default 0,
    failing_since timestamptz,
    paused_at     timestamptz
);

-- What waits to be told, written in the transaction of what it tells. No room, so that a deleted one's last acts are told, too.
create table hook_waiting (
    seq   bigint generated always as identity primary key,
    hook  uuid not null references hook on delete cascade,
    id    uuid not null,
    act   text not null,
    room  uuid not null,
    event uuid,
    at    timestamptz not null,
    told  json not null
);
create index hook_waiting_hook on hook_waiting (hook, seq);

-- The last answers of each, for people who look what is wrong.
create table hook_answer (
    seq    bigint generated always as identity primary key,
    hook   uuid not null references hook on delete cascade,
    at     timestamptz not null,
    act    text not null,
    status integer,
    reason text not null,
    millis integer not null
);
create index hook_answer_hook on hook_answer (hook, seq);

-- The numbers of a room's acts must grow in the order of their commits, or a later one would be told first: writers of a room wait for one
-- another here. The lock's class spells "Werm". What is told is chosen here by name, so that nothing else of an act ever waits.
create function tell_hooks(act_id uuid, act_word text, act_room uuid, act_event uuid, act_at timestamptz, detail json) returns void
language plpgsql set search_path from current as $$
begin
    if exists (select 1 from hook) then
        perform pg_advisory_xact_lock(1466266221, hashtext(act_room::text));
        insert into hook_waiting (hook, id, act, room, event, at, told)
        select h.id, act_id, act_word, act_room, act_event, act_at,
               json_strip_nulls(json_build_object('poll', detail -> 'poll', 'phase', detail -> 'phase'))
          from hook h
         where act_word = any (h.events) and (h.room is null or h.room = act_room) and h.paused_at is null
         order by h.id;
    end if;
end $$;

create function tell_act() returns trigger language plpgsql set search_path from current as $$
begin
    perform tell_hooks(new.id, new.act, new.room, (select event from room where id = new.room), new.at, new.detail);
    return null;
end $$;
create trigger audit_told after insert on audit for each row execute function tell_act();

create function tell_room() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op = 'INSERT' then
        perform tell_hooks(gen_random_uuid(), 'roomFounded', new.id, new.event, new.created_at, '{}');
    else
        perform tell_hooks(gen_random_uuid(), 'roomDeleted', old.id, old.event, now(), '{}');
    end if;
    return null;
end $$;
create trigger room_told after insert or delete on room for each row execute function tell_room();
