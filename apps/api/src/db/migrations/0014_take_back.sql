-- What was sent can be taken back for a moment: the message with its files, what it did to its ticket, and who was told of it.

-- What sending a message changed of its ticket, and from what. Forgotten when it is too late to take it back.
create table ticket_acts (
  message_id bigint primary key references ticket_messages on delete cascade,
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  created_at timestamptz(3) not null default now()
);

create index ticket_acts_age on ticket_acts (created_at);

-- Which message it is that someone was told of.
alter table notifications add column message_id bigint references ticket_messages on delete cascade;
create index notifications_of_message on notifications (message_id) where message_id is not null;
