-- What is written may be more than letters: a document, files that come with it, and colleagues who are mentioned in it.

-- `body` stays what is searched and told; `content` is there when it says less than was written. The API checks it node by node.
alter table ticket_messages add column content jsonb check (content ->> 'type' = 'doc');
alter table ticket_messages add constraint of_ticket unique (ticket_id, id);

-- A file of a ticket. Until it is posted it is its uploader's alone. Its bytes are in the store, under their hash, before the row is.
create table attachments (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  uploader_id bigint not null references users,
  message_id bigint,
  place smallint check (place >= 0),
  name text not null check (char_length(name) between 1 and 255),
  type text not null check (type ~ '^[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*$' and char_length(type) <= 127),
  bytes bigint not null check (bytes > 0),
  hash bytea not null check (length(hash) = 32),
  width int check (width > 0),
  height int check (height > 0),
  created_at timestamptz(3) not null default now(),
  foreign key (ticket_id, message_id) references ticket_messages (ticket_id, id) on delete cascade,
  unique (message_id, place),
  constraint posted_in_its_place check (num_nonnulls(message_id, place) in (0, 2)),
  constraint pictures_have_both_sides check (num_nonnulls(width, height) in (0, 2))
);

create index attachments_ticket on attachments (ticket_id);
create index attachments_uploader on attachments (uploader_id);
create index attachments_hash on attachments (hash);
create index attachments_unposted on attachments (created_at) where message_id is null;

-- A message that names someone is told to them as such.
alter table notifications add column mentioned boolean not null default false;
alter table notifications add constraint mentioned_in_a_message check (not mentioned or kind = 'ticket_message_posted');
