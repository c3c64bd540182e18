-- A request whose answer was lost can be withdrawn by its key: what was not done then is never done, even if it comes later.

-- Null: it was withdrawn before it came.
alter table idempotency_keys alter column request_hash drop not null;
alter table idempotency_keys
  add constraint withdrawn_was_not_answered check (request_hash is not null or answer is null);
