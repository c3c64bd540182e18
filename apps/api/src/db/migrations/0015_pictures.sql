-- Pictures stand between the words of a message: each is a file of that very message, and one that can be shown.

create function pictures_are_of_the_message() returns trigger language plpgsql as $$
begin
  if exists (
    select from jsonb_path_query(new.content, 'strict $.** ? (@.type == "image").attrs.attachment_id') picture
    where not exists (
      select from attachments a where a.id = (picture #>> '{}')::bigint and a.message_id = new.id and a.width is not null
    )
  ) then
    raise exception 'Message % shows a picture that is not its own.', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;

-- At the end of the transaction: files are put into a message after it is there.
create constraint trigger pictures_are_of_the_message
  after insert or update of content on ticket_messages deferrable initially deferred
  for each row when (new.content is not null) execute function pictures_are_of_the_message();
