-- What is said in a ticket may move to another, be written anew, or be taken away: then search finds it where it is now.

create function renew_ticket_documents(changed bigint[]) returns void language plpgsql as $$
declare
  message ticket_messages;
begin
  delete from ticket_documents where ticket_id = any(changed);
  insert into ticket_documents (ticket_id, part, words, head)
  select t.id, 0, ticket_head(t), t.search_text from tickets t where t.id = any(changed);
  for message in
    select m.* from ticket_messages m join tickets t on t.id = m.ticket_id where m.ticket_id = any(changed) order by m.id
  loop
    perform add_to_ticket_document(message);
  end loop;
end
$$;

create function follow_changed_messages() returns trigger language plpgsql as $$
begin
  perform renew_ticket_documents(array(
    select distinct unnest(array[was.ticket_id, is_now.ticket_id]) from was join is_now using (id)
    where was.ticket_id <> is_now.ticket_id or was.body <> is_now.body
  ));
  return null;
end
$$;

create function follow_removed_messages() returns trigger language plpgsql as $$
begin
  perform renew_ticket_documents(array(select distinct ticket_id from was));
  return null;
end
$$;

create trigger follow_changed after update on ticket_messages referencing old table as was new table as is_now
  for each statement execute function follow_changed_messages();
create trigger follow_removed after delete on ticket_messages referencing old table as was
  for each statement execute function follow_removed_messages();
