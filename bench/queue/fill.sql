-- A desk some years old, the same each time it is made: $tickets tickets in a conversation of $messages messages each on
-- average, fifty people, a fifth as many customers as tickets, forty tags. Run in one session by one who may leave triggers out.
-- Most tickets are done and old, as at any desk; what is still open is mostly recent.

-- A number from 0 to 1 that row n has for one purpose.
create function pg_temp.roll(n bigint, purpose int) returns float8 language sql immutable parallel safe
return (hashint8extended(n, purpose) & 1073741823) / 1073741824.0;

-- Words: everyday ones of two languages, and thousands of rare ones.
create temp table vocabulary as
select row_number() over (order by is_rare, md5(word)) - 1 as place, word
from (
  select false as is_rare, unnest(string_to_array('printer network invoice account password order delivery refund laptop screen keyboard error server login payment update install license router cable email phone meeting contract customer report backup database monitor charge battery warranty address shipping browser window folder document access security token session upgrade version signal camera sensor request answer service support problem question urgent broken slow missing wrong late again please thanks hello today tomorrow yesterday never always cannot working stopped started failed lost found changed moved closed opened', ' ')) as word
  union all
  select false, unnest(string_to_array('принтер сеть счёт пароль заказ доставка возврат ноутбук экран клавиатура ошибка сервер вход оплата обновление установка лицензия роутер кабель почта телефон встреча договор клиент отчёт копия база монитор заряд батарея гарантия адрес посылка браузер окно папка документ доступ безопасность ключ сеанс версия сигнал камера датчик запрос ответ служба поддержка проблема вопрос срочно сломался медленно пропал неверно поздно снова пожалуйста спасибо здравствуйте сегодня завтра вчера никогда всегда нельзя работает остановился начался потерян найден изменён перенесён закрыт открыт', ' '))
  union all
  select true, a || b || c
  from unnest('{ba,de,fi,go,ku,la,me,ni,po,ru,sa,te,vi,zo}'::text[]) a,
    unnest('{bar,den,fil,gon,kur,lam,mer,nis,pol,rut,san,tev}'::text[]) b, unnest('{by,da,fe,gi,ko,lu,ma,ne,pi,ro}'::text[]) c
  union all
  select true, a || b || c
  from unnest('{ба,де,фи,го,ку,ла,ме,ни,по,ру,са,те,ви,зо}'::text[]) a,
    unnest('{бар,ден,фил,гон,кур,лам,мер,нис,пол,рут,сан,тев}'::text[]) b, unnest('{бы,да,фе,ги,ко,лу,ма,не,пи,ро}'::text[]) c
) every;

-- Sentences of two to twelve words: a few words make up much of them, as in any language.
create temp table sentences as
select n, string_agg(v.word, ' ' order by k) as said
from (
  select n, k, floor(3600 * power(pg_temp.roll(n * 64::bigint + k, 1), 2)) as place
  from generate_series(0, 29999) n, generate_series(1, 2 + n % 11) k
) drawn
join vocabulary v using (place)
group by n;
create unique index on sentences (n);

create function pg_temp.say(n bigint, purpose int) returns text language sql stable
begin atomic
  select s.said from sentences s where s.n = floor(30000 * pg_temp.roll($1, $2))::int;
end;
analyze vocabulary, sentences;

insert into users (name, email, password_hash)
select 'Person ' || n, 'person' || n || '@livedesk.test', '-' from generate_series(1, 50) n;

insert into requesters (name, email)
select initcap(left(pg_temp.say(n, 2), 18)) || ' ' || n, 'customer' || n || '@example.com'
from generate_series(1, $tickets / 5) n;

insert into tickets (title, status, priority, assigned_to, requester_id, tags, message_count, search_text, created_at, updated_at)
select t.title, t.status::ticket_status, t.priority::ticket_priority, t.holder, r.id, t.tags, $messages,
  fold_case(t.title || e'\n' || r.name || e'\n' || r.email), t.created_at,
  t.created_at + case when status = 'closed' then interval '3 days' else interval '1 hour' end * pg_temp.roll(t.n, 6) * 3
from (
  select n,
    left(initcap(pg_temp.say(n, 3)), 60) || case when n % 20 = 0 then ' INC-' || 100000 + n else '' end as title,
    case
      when age < 0.02 then (array['new', 'in_progress', 'waiting', 'resolved'])[1 + floor(4 * pg_temp.roll(n, 4))::int]
      when age < 0.10 then (array['in_progress', 'waiting', 'resolved', 'closed', 'closed'])[1 + floor(5 * pg_temp.roll(n, 4))::int]
      else (array['resolved', 'closed', 'closed', 'closed', 'closed', 'closed'])[1 + floor(6 * pg_temp.roll(n, 4))::int]
    end as status,
    (array['low', 'normal', 'normal', 'normal', 'high', 'high', 'urgent'])[1 + floor(7 * pg_temp.roll(n, 5))::int] as priority,
    case when pg_temp.roll(n, 7) > 0.1 or age > 0.1 then 1 + floor(50 * power(pg_temp.roll(n, 8), 1.5))::int end as holder,
    1 + floor(($tickets / 5) * pg_temp.roll(n, 9))::bigint as requester,
    array(
      select distinct 'tag-' || 1 + floor(40 * power(pg_temp.roll(n * 4 + k, 10), 2))::int
      from generate_series(1, floor(4 * pg_temp.roll(n, 11))::int) k
    ) as tags,
    timestamptz '2026-01-01' - age * interval '3 years' as created_at
  from (select n, 1 - n / $tickets::float8 as age from generate_series(1, $tickets) n) aged
) t join requesters r on r.id = t.requester
order by t.n;

insert into chats (kind, ticket_id) select 'ticket', id from tickets order by id;

insert into ticket_messages (ticket_id, kind, author_id, requester_id, body, created_at)
select t.id, case when m.k % 4 = 2 then 'note' else 'reply' end::ticket_message_kind,
  case when m.k % 2 = 0 then coalesce(t.assigned_to, 1) end, case when m.k % 2 = 1 then t.requester_id end,
  'Hello, ' || concat_ws('. ', pg_temp.say(t.id * 16 + m.k, 12), pg_temp.say(t.id * 16 + m.k, 13), pg_temp.say(t.id * 16 + m.k, 14), case when t.id % 2 = 0 then pg_temp.say(t.id * 16 + m.k, 15) end)
    || case when (t.id + m.k) % 50 = 0 then '. Call +7 (495) ' || to_char(t.id % 1000, 'FM000') || '-12-' || to_char(m.k, 'FM00') else '' end
    || case when (t.id + m.k) % 30 = 0 then '. Order ORD-' || t.id || '-' || m.k else '' end,
  t.created_at + m.k * interval '20 minutes'
from tickets t, generate_series(1, $messages) m (k)
order by t.id, m.k;

insert into ticket_activity (ticket_id, actor_id, what, before, after, created_at)
select t.id, coalesce(t.assigned_to, 1), 'status', '"new"', to_jsonb(t.status), t.updated_at
from tickets t where t.id % 2 = 0 order by t.id;

insert into ticket_documents (ticket_id, part, words, head, said)
select t.id, 0, ticket_head(t) || setweight(to_tsvector('desk', search_words(m.bodies)), 'D'), t.search_text, search_identifiers(m.bodies)
from tickets t
join (select ticket_id, string_agg(body, ' ' order by id) as bodies from ticket_messages group by ticket_id) m on m.ticket_id = t.id
order by t.id;

insert into ticket_counts select status, priority, assigned_to, count(*) from tickets group by 1, 2, 3;

insert into tag_counts select tag, status, priority, count(*) from tickets, unnest(tags) tag group by 1, 2, 3;
