-- Files that come with messages: what is known of them. Their bytes are in the file store, under `key`.

create table attachments (
  id bigint generated always as identity primary key,
  key uuid not null unique,
  uploader_id bigint not null references users,
  -- Uploaded before its message is posted; what never gets one is thrown away after a day.
  message_id bigint references ticket_messages on delete cascade,
  place smallint check (place >= 0),
  name text not null check (char_length(name) between 1 and 200),
  type text not null check (char_length(type) between 1 and 100),
  size bigint not null check (size > 0),
  width int check (width > 0),
  height int check (height > 0),
  created_at timestamptz not null default now(),
  constraint placed_in_its_message check ((message_id is null) = (place is null)),
  constraint has_both_sides check ((width is null) = (height is null))
);

create unique index attachments_in_order on attachments (message_id, place);
create index attachments_waiting on attachments (uploader_id, created_at) where message_id is null;
create index attachments_abandoned on attachments (created_at) where message_id is null;
