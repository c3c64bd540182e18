-- Words that are sent often, and changes that are made often: the desk's if nobody owns them, else a person's own.

-- `changes`: see `TicketChanges` of the contract.
create table canned_replies (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 1 and 80),
  body text not null check (char_length(body) <= 20000),
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  owner_id bigint references users on delete cascade,
  version int not null default 1 check (version > 0),
  updated_at timestamptz(3) not null default now(),
  constraint does_something check (body <> '' or changes <> '{}')
);

create index canned_replies_owner on canned_replies (owner_id);
