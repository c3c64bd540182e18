-- What tickets have to do with each other: links, which both tickets keep, and duplicates that were merged into another.

alter table tickets
  add column links jsonb not null default '[]'
    check (jsonb_typeof(links) = 'array' and jsonb_array_length(links) <= 50),
  add column merged_into bigint references tickets check (merged_into <> id),
  add column took_in bigint[] not null default '{}'
    check (cardinality(took_in) <= 200 and array_position(took_in, null) is null),
  -- What a merge replaced, to be put back when it is undone.
  add column before_merge jsonb,
  add constraint merged_and_remembered check (merged_into is null or before_merge is not null),
  add constraint merged_is_closed check (merged_into is null or (status = 'closed' and snoozed_until is null));

create index tickets_merged on tickets (merged_into) where merged_into is not null;
