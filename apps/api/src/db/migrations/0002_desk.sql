-- The desk itself: its people, the customers who ask, their tickets and conversations, the desk's own chats, and what
-- each person should not miss. What the event contract says of a value, a constraint here says too.

create extension if not exists pg_trgm;

-- People ----------------------------------------------------------------------------------------------------------------

create type user_role as enum ('admin', 'agent');

create table users (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 1 and 100),
  email text not null check (char_length(email) between 3 and 254),
  role user_role not null default 'agent',
  active boolean not null default true,
  password_hash text not null,
  version int not null default 1 check (version > 0),
  created_at timestamptz(3) not null default now()
);

create unique index users_email on users (lower(email collate pg_unicode_fast));

-- Sessions and tokens are both keys to the desk. One sequence numbers them, so that "end this one" needs no kind.
create sequence key_id as bigint;

create table sessions (
  id bigint primary key default nextval('key_id'),
  user_id bigint not null references users on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);

create index sessions_user on sessions (user_id);
create index sessions_expiry on sessions (expires_at);

create table api_tokens (
  id bigint primary key default nextval('key_id'),
  user_id bigint not null references users on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3)
);

create index api_tokens_user on api_tokens (user_id);

-- Tried sign-ins, counted by rate-limiter-flexible, which wants the table in this shape. Losing it in a crash is fine.
create unlogged table sign_in_attempts (
  key text primary key,
  points int not null default 0,
  expire bigint
);

-- Tickets ---------------------------------------------------------------------------------------------------------------

create table requesters (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 1 and 100),
  email text not null check (char_length(email) between 3 and 254),
  created_at timestamptz(3) not null default now()
);

create unique index requesters_email on requesters (lower(email collate pg_unicode_fast));

create type ticket_status as enum ('new', 'in_progress', 'waiting', 'resolved', 'closed');
create type ticket_priority as enum ('low', 'normal', 'high', 'urgent');

create table tickets (
  id bigint generated always as identity primary key,
  title text not null check (char_length(title) between 1 and 200),
  status ticket_status not null default 'new',
  priority ticket_priority not null default 'normal',
  assigned_to bigint references users,
  requester_id bigint not null references requesters,
  tags text[] not null default '{}' check (cardinality(tags) <= 20 and array_position(tags, null) is null),
  message_count int not null default 0 check (message_count >= 0),
  version int not null default 1 check (version > 0),
  search_text text not null default '',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create index tickets_requester on tickets (requester_id);

-- One index for each order of a list; the id breaks ties in the same direction.
create index tickets_updated on tickets (updated_at, id);
create index tickets_created on tickets (created_at, id);
create index tickets_priority on tickets (priority, id);

-- The built-in views, so that a short list does not cost a walk through all that was ever closed.
create index tickets_status on tickets (status, updated_at, id);
create index tickets_open on tickets (updated_at, id) where status in ('new', 'in_progress', 'waiting');
create index tickets_mine on tickets (assigned_to, updated_at, id) where status in ('new', 'in_progress', 'waiting');
create index tickets_unassigned on tickets (created_at, id)
  where assigned_to is null and status in ('new', 'in_progress', 'waiting');

create index tickets_tags on tickets using gin (tags);
create index tickets_search on tickets using gin (search_text gin_trgm_ops);

-- Case folded by Unicode's full mapping, with one Greek sigma instead of two: as the queue's `searchText` does it.
create function fold_case(words text) returns text language sql immutable
return replace(lower(words collate pg_unicode_fast), 'ς', 'σ');

-- `search_text` is what a ticket's words are looked for in: the queue's `searchText`, kept.
create function set_ticket_search_text() returns trigger language plpgsql as $$
begin
  select fold_case(new.title || e'\n' || r.name || e'\n' || r.email) into strict new.search_text
  from requesters r where r.id = new.requester_id;
  return new;
end
$$;

create trigger set_search_text before insert or update of title, requester_id, search_text on tickets
  for each row execute function set_ticket_search_text();

create function renew_requester_search_text() returns trigger language plpgsql as $$
begin
  update tickets t set search_text = '' where t.requester_id = new.id;
  return null;
end
$$;

create trigger renew_search_text after update of name, email on requesters
  for each row when (old.name <> new.name or old.email <> new.email) execute function renew_requester_search_text();

create type ticket_message_kind as enum ('reply', 'note');

create table ticket_messages (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  kind ticket_message_kind not null,
  author_id bigint references users,
  requester_id bigint references requesters,
  body text not null check (char_length(body) between 1 and 100000),
  created_at timestamptz(3) not null default now(),
  constraint written_by_one check (num_nonnulls(author_id, requester_id) = 1),
  constraint notes_are_the_desks check (kind = 'reply' or author_id is not null)
);

create index ticket_messages_of on ticket_messages (ticket_id, id);

-- Who changed what of a ticket, from what to what: one row for each field of each change.
create table ticket_activity (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  actor_id bigint not null references users,
  what text not null check (what in ('created', 'title', 'status', 'priority', 'assigned_to', 'tags')),
  before jsonb not null,
  after jsonb not null,
  created_at timestamptz(3) not null default now()
);

create index ticket_activity_of on ticket_activity (ticket_id, id);

-- Chats -----------------------------------------------------------------------------------------------------------------

create type chat_kind as enum ('direct', 'group', 'ticket');

-- A direct chat is known by its two people, so that asking for it twice is asking for one chat.
create table chats (
  id bigint generated always as identity primary key,
  kind chat_kind not null,
  title text check (char_length(title) between 1 and 200),
  ticket_id bigint unique references tickets on delete cascade,
  direct_low bigint references users,
  direct_high bigint references users,
  created_at timestamptz(3) not null default now(),
  unique (direct_low, direct_high),
  constraint two_people check (direct_low < direct_high),
  constraint one_kind check (
    case kind
      when 'direct' then num_nonnulls(direct_low, direct_high) = 2 and num_nonnulls(title, ticket_id) = 0
      when 'group' then title is not null and num_nonnulls(direct_low, direct_high, ticket_id) = 0
      when 'ticket' then ticket_id is not null and num_nonnulls(direct_low, direct_high, title) = 0
    end
  )
);

create table chat_messages (
  id bigint generated always as identity primary key,
  chat_id bigint not null references chats on delete cascade,
  author_id bigint not null references users,
  body text not null check (char_length(body) between 1 and 20000),
  created_at timestamptz(3) not null default now(),
  unique (chat_id, id)
);

create table chat_members (
  chat_id bigint not null references chats on delete cascade,
  user_id bigint not null references users on delete cascade,
  read_up_to bigint,
  joined_at timestamptz(3) not null default now(),
  primary key (user_id, chat_id),
  foreign key (chat_id, read_up_to) references chat_messages (chat_id, id)
);

create index chat_members_of on chat_members (chat_id, user_id);

-- Notifications ---------------------------------------------------------------------------------------------------------

create type notification_kind as enum ('ticket_assigned', 'ticket_message_posted');

create table notifications (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  kind notification_kind not null,
  ticket_id bigint not null references tickets on delete cascade,
  title text not null,
  actor_id bigint references users,
  read boolean not null default false,
  created_at timestamptz(3) not null default now()
);

create index notifications_of on notifications (user_id, id);
create index notifications_unread on notifications (user_id, id) where not read;

-- Retries ---------------------------------------------------------------------------------------------------------------

-- What was answered to a request that came with an `Idempotency-Key`, so that a retry does nothing twice.
create table idempotency_keys (
  user_id bigint not null references users on delete cascade,
  key text not null check (char_length(key) between 1 and 255),
  request_hash bytea not null check (length(request_hash) = 32),
  answer json,
  created_at timestamptz(3) not null default now(),
  primary key (user_id, key)
);

create index idempotency_keys_age on idempotency_keys (created_at);
