-- Teams: people who share a part of the work, and the tickets that belong to them.

create table teams (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 1 and 100),
  version int not null default 1 check (version > 0),
  created_at timestamptz(3) not null default now()
);

create unique index teams_name on teams (lower(name collate pg_unicode_fast));

create table team_members (
  team_id bigint not null references teams on delete cascade,
  user_id bigint not null references users on delete cascade,
  primary key (team_id, user_id)
);

create index team_members_user on team_members (user_id);

alter table tickets add column team_id bigint references teams;

-- A team's part of the lists, and what no team has, in the order they are mostly read in.
create index tickets_team on tickets (team_id, updated_at, id) include (status, priority, assigned_to);

-- Whoever filters by requester looks for them by name or address first.
create index requesters_search on requesters using gin (fold_case(name || e'\n' || email) gin_trgm_ops);
create index requesters_name on requesters (fold_case(name), id);

alter table ticket_activity
  drop constraint ticket_activity_what_check,
  add constraint ticket_activity_what_check
    check (what in ('created', 'title', 'status', 'priority', 'assigned_to', 'team_id', 'tags', 'snoozed_until', 'link', 'merged_into', 'took_in'));
