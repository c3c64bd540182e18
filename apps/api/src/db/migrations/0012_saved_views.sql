-- Lists of tickets that people gave a name: for themselves, or for everyone.

create table saved_views (
  id bigint generated always as identity primary key,
  owner_id bigint not null references users,
  name text not null check (char_length(name) between 1 and 60),
  query text not null check (char_length(query) <= 2000),
  shared boolean not null,
  position bigint not null,
  version int not null default 1 check (version > 0),
  created_at timestamptz(3) not null default now()
);

-- Whoever reads a name knows which view is meant.
create unique index saved_views_shared on saved_views (lower(name collate pg_unicode_fast)) where shared;
create unique index saved_views_own on saved_views (owner_id, lower(name collate pg_unicode_fast)) where not shared;
