-- Lists say exactly how many tickets they have, at any size: so what lists are narrowed by most is counted as it changes,
-- in the transaction that changes it. A change adds rows here and waits for nobody; the sum of them is always exact.

create table ticket_counts (
  status ticket_status not null,
  priority ticket_priority not null,
  assigned_to bigint,
  count int not null
);

create table tag_counts (
  tag text not null,
  status ticket_status not null,
  priority ticket_priority not null,
  count int not null
);

create index tag_counts_of on tag_counts (tag);

create function count_ticket(ticket tickets, by int) returns void language sql
begin atomic
  insert into ticket_counts values (ticket.status, ticket.priority, ticket.assigned_to, by);
  insert into tag_counts select distinct tag, ticket.status, ticket.priority, by from unnest(ticket.tags) tag;
end;

create function count_tickets() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_ticket(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_ticket(new, 1); end if;
  return null;
end
$$;

create trigger count_new after insert or delete on tickets for each row execute function count_tickets();
create trigger count_changed after update of status, priority, assigned_to, tags on tickets for each row
  when ((old.status, old.priority, old.assigned_to, old.tags) is distinct from (new.status, new.priority, new.assigned_to, new.tags))
  execute function count_tickets();

-- Makes one row of those that count the same. Sums stay as they are, for whoever reads before it commits and after.
create function fold_counts() returns void language sql
begin atomic
  with several as (
    select status, priority, assigned_to from ticket_counts group by 1, 2, 3 having count(*) > 1
  ), folded as (
    delete from ticket_counts c using several s
    where (c.status, c.priority) = (s.status, s.priority) and c.assigned_to is not distinct from s.assigned_to
    returning c.*
  )
  insert into ticket_counts select status, priority, assigned_to, sum(count) from folded group by 1, 2, 3 having sum(count) <> 0;

  with several as (
    select tag, status, priority from tag_counts group by 1, 2, 3 having count(*) > 1
  ), folded as (
    delete from tag_counts c using several s where (c.tag, c.status, c.priority) = (s.tag, s.status, s.priority) returning c.*
  )
  insert into tag_counts select tag, status, priority, sum(count) from folded group by 1, 2, 3 having sum(count) <> 0;
end;

insert into ticket_counts select status, priority, assigned_to, count(*) from tickets group by 1, 2, 3;
insert into tag_counts select tag, status, priority, count(*) from tickets, unnest(tags) tag group by 1, 2, 3;

-- What a list is narrowed by stands in the index of its order, so that a walk along it reads the rows of its page only.
drop index tickets_updated, tickets_created, tickets_priority, tickets_status, tickets_open, tickets_mine, tickets_unassigned;
create index tickets_updated on tickets (updated_at, id) include (status, priority, assigned_to);
create index tickets_created on tickets (created_at, id) include (status, priority, assigned_to);
create index tickets_priority on tickets (priority, id) include (status, assigned_to);
create index tickets_status on tickets (status, updated_at, id) include (priority, assigned_to);
create index tickets_held on tickets (assigned_to, status, priority);

-- What is open is mostly young: by themselves, so that the oldest of it is not looked for among all that was ever closed.
create index tickets_open on tickets (updated_at, id) include (status, priority, assigned_to)
  where status in ('new', 'in_progress', 'waiting');
create index tickets_open_created on tickets (created_at, id) include (status, priority, assigned_to)
  where status in ('new', 'in_progress', 'waiting');
create index tickets_open_priority on tickets (priority, id) include (status, assigned_to)
  where status in ('new', 'in_progress', 'waiting');
