-- What is written may be more than letters: a document, in which colleagues may be mentioned.

-- `body` stays what is searched and told; `content` is there when it says less than was written. The API checks it node by node.
alter table ticket_messages add column content jsonb check (content ->> 'type' = 'doc');

-- A message that names someone is told to them as such.
alter table notifications add column mentioned boolean not null default false;
alter table notifications add constraint mentioned_in_a_message check (not mentioned or kind = 'ticket_message_posted');
