-- Search: one document for each ticket, in which everything that can be looked for stands: its title, requester and tags
-- and all that was said. A word is found by its stem, part of a name or an identifier by its trigrams.

-- A Latin word is stemmed as English, a Cyrillic one as Russian: PostgreSQL's own `russian` does both.
create text search configuration desk (copy = pg_catalog.russian);

-- Text as its words are kept and looked for. Each character stands for one, so that a place in it is a place in the text:
-- ё is е; what the parser would take for mark-up or for one long path falls into words; and two characters that search
-- marks its hits with are kept for that.
create function search_words(words text) returns text language sql immutable parallel safe
return translate(words, U&'ёЁ<>/\005C\E000\E001', 'еЕ      ');

-- What has no stem and is looked for by its parts: order numbers, addresses, and telephone numbers, by their digits.
create function search_identifiers(words text) returns text language sql immutable parallel safe
return coalesce(
  (
    select string_agg(distinct identifier, ' ')
    from (
      select left(found[1], 100)
      from regexp_matches(fold_case(words), '(\S*[0-9@_]\S*|\S+[.]\w\S*)', 'g') found
      union all
      select regexp_replace(found[1], '\D', '', 'g')
      from regexp_matches(words, '([0-9][0-9\s().–-]{5,24}[0-9])', 'g') found
    ) every (identifier)
    where length(identifier) >= 3
  ),
  ''
);

-- What is looked for: every word (or any, joined by '|') by its stem, and as the beginning of a longer one if it has three
-- letters. Null when the words say nothing, as "the" and "не" do.
create function search_query(words text[], beginnings boolean, joined text) returns tsquery language sql immutable parallel safe
return (
  select string_agg(word, joined)::tsquery
  from (
    select '(' || string_agg(
      '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''''
        || case when beginnings and char_length(lexeme) >= 3 then ':*' else '' end, ' & ') || ')'
    from unnest(words) with ordinality asked (word, place), unnest(to_tsvector('desk', search_words(word))) found (lexeme)
    group by place
  ) every (word)
);

-- A conversation grows without end and its document is written anew with each message, so a full part is followed by another:
-- a part takes what fits into 32 KiB, and always at least one message.
create table ticket_documents (
  ticket_id bigint not null references tickets on delete cascade,
  part int not null check (part >= 0),
  words tsvector not null,
  head text not null,
  said text not null default '',
  is_full boolean not null default false,
  primary key (ticket_id, part)
);

create function ticket_head(ticket tickets) returns tsvector language sql stable
return (
  select setweight(to_tsvector('desk', search_words(ticket.title)), 'A')
    || setweight(to_tsvector('desk', search_words(r.name || ' ' || r.email)), 'B')
    || setweight(to_tsvector('desk', search_words(array_to_string(ticket.tags, ' '))), 'C')
  from requesters r where r.id = ticket.requester_id
);

create function open_ticket_document() returns trigger language plpgsql as $$
begin
  insert into ticket_documents (ticket_id, part, words, head) values (new.id, 0, ticket_head(new), new.search_text);
  return null;
end
$$;

create trigger open_document after insert on tickets for each row execute function open_ticket_document();

create function renew_ticket_document() returns trigger language plpgsql as $$
declare
  heading constant tsvector := ticket_head(new);
begin
  update ticket_documents d set words = heading || ts_filter(d.words, '{d}'), head = new.search_text
  where d.ticket_id = new.id;
  return null;
end
$$;

create trigger renew_document after update of title, requester_id, search_text, tags on tickets
  for each row when (old.search_text <> new.search_text or old.title <> new.title or old.tags <> new.tags)
  execute function renew_ticket_document();

create function add_to_ticket_document(message ticket_messages) returns void language plpgsql as $$
declare
  spoken constant tsvector := setweight(to_tsvector('desk', search_words(message.body)), 'D');
  identifiers constant text := search_identifiers(message.body);
begin
  update ticket_documents d
  set words = d.words || spoken, said = d.said || ' ' || identifiers,
    is_full = pg_column_size(d.words || spoken) + length(d.said) + length(identifiers) > 32768
  where d.ticket_id = message.ticket_id and not d.is_full;
  if found then return; end if;

  insert into ticket_documents (ticket_id, part, words, head, said, is_full)
  select t.id, (select max(d.part) + 1 from ticket_documents d where d.ticket_id = t.id), ticket_head(t) || spoken,
    t.search_text, identifiers, pg_column_size(spoken) + length(identifiers) > 32768
  from tickets t where t.id = message.ticket_id;
end
$$;

create function enter_into_ticket_document() returns trigger language plpgsql as $$
begin
  perform add_to_ticket_document(new);
  return null;
end
$$;

create trigger enter_into_document after insert on ticket_messages
  for each row execute function enter_into_ticket_document();

insert into ticket_documents (ticket_id, part, words, head) select t.id, 0, ticket_head(t), t.search_text from tickets t;

do $$
declare
  message ticket_messages;
begin
  for message in select * from ticket_messages order by id loop
    perform add_to_ticket_document(message);
  end loop;
end
$$;

create index ticket_documents_words on ticket_documents using gin (words);
create index ticket_documents_parts on ticket_documents using gin ((head || ' ' || said) gin_trgm_ops);
