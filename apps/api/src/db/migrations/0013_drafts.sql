-- What people have written and not sent is kept at the desk too: no crash, no other machine and no lost browser loses it.

-- Versions rise for good, so that a draft that was sent and one that was begun after it are never taken for each other.
create sequence ticket_draft_version as bigint;

create table ticket_drafts (
  user_id bigint not null references users on delete cascade,
  ticket_id bigint not null references tickets on delete cascade,
  kind ticket_message_kind not null,
  body text not null check (char_length(body) between 1 and 100000),
  -- As it was written, to the letter: what a browser compares it with is not put in another order.
  content json check (json_typeof(content) = 'object'),
  version bigint not null default nextval('ticket_draft_version') check (version > 0),
  updated_at timestamptz(3) not null default now(),
  primary key (user_id, ticket_id, kind)
);

create index ticket_drafts_ticket on ticket_drafts (ticket_id);
