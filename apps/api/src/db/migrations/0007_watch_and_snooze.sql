-- Who follows a ticket, and until when it is put aside.

alter table tickets
  add column watcher_ids bigint[] not null default '{}'
    check (cardinality(watcher_ids) <= 200 and array_position(watcher_ids, null) is null),
  add column snoozed_until timestamptz(3);

-- Whoever has a ticket follows it.
update tickets set watcher_ids = array[assigned_to] where assigned_to is not null;

-- The alarm asks every few seconds which tickets are due; their view and the counters look at those that are put aside.
create index tickets_snoozed on tickets (snoozed_until) where snoozed_until is not null;

-- The desk itself does things, too. What else is kept of a ticket, the contract's TicketActivity lists.
alter table ticket_activity
  alter column actor_id drop not null,
  drop constraint ticket_activity_what_check,
  add check (what in ('created', 'title', 'status', 'priority', 'assigned_to', 'tags', 'snoozed_until', 'link', 'merged_into', 'took_in'));

-- What a person is told of, where its kind does not say it all.
alter table notifications add column what text check (char_length(what) between 1 and 40);
