-- The live layer: an inbox that business transactions write to, a log in the desk's one order, and what delivery
-- must know to decide who hears. A transaction takes no lock that another waits for: it only inserts here.

create table live_inbox (
  id bigint generated always as identity primary key,
  audience text not null check (audience in ('user', 'chat', 'agents', 'nobody')),
  audience_id bigint,
  event text,
  effect json,
  constraint audience_names_one check ((audience_id is not null) = (audience in ('user', 'chat'))),
  constraint says_or_does check (event is not null or effect is not null)
);

-- Rows leave the inbox as soon as they are numbered, so its dead rows must go often and its size says nothing.
alter table live_inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table live_log (
  seq bigint not null,
  at timestamptz not null,
  audience text not null,
  audience_id bigint,
  event text,
  effect json,
  -- The row of the inbox that it was: what a reader who saw it there knows it by.
  inbox_id bigint not null,
  primary key (seq, at)
) partition by range (at);

create table live_log_default partition of live_log default;

-- Who was where at a returning client's cursor: a few entries among the many that change nothing.
create index live_log_effects on live_log (seq) where effect is not null;

-- Where the order stands. `epoch` names this history: another one means that cursors of before say nothing.
-- `cluster` and `started_at` tell a restored copy, and a server that came back, from the one that numbered last.
create table live_head (
  single boolean primary key default true check (single),
  seq bigint not null,
  pruned_seq bigint not null,
  epoch text not null,
  cluster text not null,
  started_at timestamptz not null
);

-- Numbers that were skipped when the server came back: it may have lost its last numbering (which commits
-- asynchronously), and a number that somebody has seen is never given twice. No cursor inside a gap can be resumed.
create table live_gap (
  after_seq bigint primary key,
  first_seq bigint not null
);

-- Who is in which chat as of live_head: changed by numbering alone, so it is exact at every position.
create table live_member (
  user_id bigint not null,
  chat_id bigint not null,
  primary key (user_id, chat_id)
);

-- This history's name in the server: differs in a restored copy and after a failover.
create function live_cluster() returns text language sql stable as $$
  select format('%s:%s:%s',
    (select system_identifier from pg_control_system()),
    (select timeline_id from pg_control_checkpoint()),
    (select oid from pg_database where datname = current_database()))
$$;

insert into live_head (seq, pruned_seq, epoch, cluster, started_at)
values (0, 0, replace(gen_random_uuid()::text, '-', ''), live_cluster(), pg_postmaster_start_time());

-- Run when a worker starts, and by the first numbering after the server did. A server that came back may have lost its
-- last numbering: it skips ahead. In a copy, or after a failover, this is another history from here on.
create function live_reopen() returns void language plpgsql as $$
declare
  head live_head;
begin
  perform pg_advisory_xact_lock(7411, 1);
  select * into strict head from live_head;
  if head.started_at = pg_postmaster_start_time() and head.cluster = live_cluster() then
    return;
  end if;
  insert into live_gap values (head.seq, head.seq + 1000000);
  update live_head set
    seq = head.seq + 1000000,
    epoch = case when head.cluster = live_cluster() then head.epoch else replace(gen_random_uuid()::text, '-', '') end,
    cluster = live_cluster(),
    started_at = pg_postmaster_start_time();
end
$$;

-- Numbers up to `max_rows` committed rows of the inbox, oldest first, and gives them back after one row that holds
-- the position before them. One caller at a time; each statement of a volatile function sees what is committed when
-- it starts, so whoever has the lock numbers everyone's rows.
-- With `nudge_from`, the worker that asks, the other workers are told in the same transaction: where the order stands now,
-- and what was numbered if that fits into a NOTIFY. It spares a round trip before they hear, and a transaction.
-- Its plans are made while the tables are small and kept while they grow: they must walk the indexes from the start.
create function live_number(max_rows int, nudge_from text)
returns table (seq bigint, audience text, audience_id bigint, event text, effect json)
language plpgsql volatile set enable_seqscan = off as $$
declare
  head live_head;
  numbered text := '';
begin
  perform pg_advisory_xact_lock(7411, 1);
  select * into strict head from live_head;
  if head.started_at = pg_postmaster_start_time() then
    -- Its loss in a crash costs only the numbers, which are skipped then and never given again.
    perform set_config('synchronous_commit', 'off', true);
  else
    perform live_reopen();
    select * into strict head from live_head;
  end if;

  seq := head.seq;
  return next;

  for seq, audience, audience_id, event, effect in
    with moved as (
      delete from live_inbox i
      where i.ctid = any (array(select c.ctid from live_inbox c order by c.id limit max_rows))
      returning i.*
    )
    insert into live_log as l
    select head.seq + row_number() over (order by m.id), clock_timestamp(), m.audience, m.audience_id, m.event, m.effect, m.id
    from moved m order by m.id
    returning l.seq, l.audience, l.audience_id, l.event, l.effect
  loop
    if effect is not null and not live_apply(effect) then
      effect := null;
      update live_log l set effect = null where l.seq = live_number.seq;
    end if;
    return next;
    if nudge_from is not null and octet_length(numbered) < 8000 then
      numbered := numbered || concat(e'\n', audience, e'\t', audience_id, e'\t', effect, e'\t', event);
    end if;
  end loop;

  if seq > head.seq then
    update live_head h set seq = live_number.seq;
    if nudge_from is not null then
      perform live_nudge(head.epoch, nudge_from, head.seq, seq, numbered);
    end if;
  end if;
end
$$;

-- Says what a worker would say itself of a numbering: the same message, on the same channel.
create function live_nudge(epoch text, worker text, prev bigint, head bigint, numbered text) returns void language plpgsql as $$
declare
  bare constant text := format('%s {"k":"n","f":"%s","h":%s,"p":%s}', epoch, worker, head, prev);
begin
  perform pg_notify('livedesk', bare || case when octet_length(bare || numbered) < 8000 then numbered else '' end);
end
$$;

-- Keeps live_member in step with what is being numbered. False if the effect changed nothing, such as a second removal:
-- it is not kept then, for whoever goes back from effect to effect must find each of them to be a change.
create function live_apply(effect json) returns boolean language plpgsql set enable_seqscan = off as $$
declare
  member constant bigint := effect ->> 'user_id';
  chat constant bigint := effect ->> 'chat_id';
begin
  case effect ->> 'do'
    when 'join' then
      insert into live_member values (member, chat) on conflict do nothing;
      return found;
    when 'leave' then
      delete from live_member m where m.user_id = member and m.chat_id = chat;
      return found;
    else
      return true;
  end case;
end
$$;
