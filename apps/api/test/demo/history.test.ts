import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDemo, wednesday } from './demo.ts'

test('a ticket counts its messages, its version every step, and its last step is when it was updated', async () => {
  await using demo = await openDemo()
  const wrong = await demo.ask(sql`
    select t.id, t.title, t.message_count, t.version, t.updated_at, said.*, changed.*
    from tickets t,
      lateral (select count(*) as messages, max(created_at) as last_said from ticket_messages m where m.ticket_id = t.id) said,
      lateral (
        select count(distinct created_at) as changes, max(created_at) as last_changed
        from ticket_activity a where a.ticket_id = t.id and a.what <> 'created'
      ) changed
    where (t.message_count, t.version, t.updated_at)
      is distinct from (said.messages, said.messages + changed.changes, greatest(said.last_said, changed.last_changed))`)

  expect(wrong).toEqual([])
})

test('the requester speaks first, as the ticket comes in; only their own words and those of the desk follow, in order', async () => {
  await using demo = await openDemo()
  const wrong = await demo.ask(sql`
    select t.id, t.title, m.id as message
    from (select *, row_number() over (partition by ticket_id order by id) as place,
            lag(created_at) over (partition by ticket_id order by id) as previous_at from ticket_messages) m
    join tickets t on t.id = m.ticket_id
    where (m.place = 1 and (m.requester_id is null or m.kind <> 'reply' or m.created_at <> t.created_at))
      or (m.requester_id is not null and (m.requester_id <> t.requester_id or m.kind = 'note'))
      or m.created_at <= m.previous_at`)
  const [{ notes, answers } = { notes: 0, answers: 0 }] = await demo.ask(sql<{ notes: number; answers: number }>`
    select count(*) filter (where kind = 'note') as notes, count(*) filter (where requester_id is not null) as answers from ticket_messages`)

  expect(wrong).toEqual([])
  expect(notes).toBeGreaterThan(80)
  expect(answers).toBeGreaterThan(400)
})

test('the history of every field leads from how the ticket was opened to how it is', async () => {
  await using demo = await openDemo()
  const wrong = await demo.ask(sql`
    with steps as (
      select *, lag(after) over field as previous, lead(after) over field as next
      from ticket_activity where what <> 'created'
      window field as (partition by ticket_id, what order by id)
    )
    select t.id, t.title, s.what, s.before, s.previous, s.after
    from steps s join tickets t on t.id = s.ticket_id
    where s.before is not distinct from s.after
      or s.before <> coalesce(s.previous, case s.what when 'status' then '"new"'::jsonb when 'assigned_to' then 'null' else s.before end)
      or (s.next is null and s.after <> case s.what
          when 'snoozed_until' then to_jsonb(to_char(t.snoozed_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          when 'took_in' then to_jsonb(t.took_in[1])
          when 'link' then t.links -> 0
          else to_jsonb(t) -> s.what
        end)
      or s.created_at < t.created_at`)
  const untold = await demo.ask(sql`
    select t.id, t.title from tickets t
    where (t.status = 'new') = exists (select from ticket_activity a where a.ticket_id = t.id and a.what = 'status')
      or (t.assigned_to is null) = exists (select from ticket_activity a where a.ticket_id = t.id and a.what = 'assigned_to')
      or 1 <> (select count(*) from ticket_activity a where a.ticket_id = t.id and a.what = 'created' and a.created_at = t.created_at)`)

  expect(wrong).toEqual([])
  expect(untold).toEqual([])
})

test('a status agrees with the conversation: nobody has a new one, a waiting one has been answered, a resolved one answered to the end', async () => {
  await using demo = await openDemo()
  const wrong = await demo.ask(sql`
    select t.id, t.title, t.status
    from tickets t
      cross join lateral (select count(*) filter (where author_id is not null and kind = 'reply') as replies from ticket_messages m where m.ticket_id = t.id) said
      cross join lateral (select * from ticket_messages m where m.ticket_id = t.id order by m.id desc limit 1) last
    where t.merged_into is null and not case t.status
      when 'new' then t.assigned_to is null and t.message_count = 1
      when 'in_progress' then t.assigned_to is not null and (last.requester_id is not null or last.kind = 'note')
      when 'waiting' then t.assigned_to is not null and last.author_id is not null and last.kind = 'reply'
      else t.assigned_to is not null and said.replies > 0
    end`)

  expect(wrong).toEqual([])
})

test('people are told of what others gave them or wrote beside them, and each has some of it yet to read: the newest', async () => {
  await using demo = await openDemo()
  const wrong = await demo.ask(sql`
    select n.id, n.kind, n.title from notifications n join tickets t on t.id = n.ticket_id
    where n.actor_id = n.user_id or n.title <> t.title or not case n.kind
      when 'ticket_assigned' then exists (
        select from ticket_activity a where a.ticket_id = n.ticket_id and a.what = 'assigned_to'
          and a.actor_id = n.actor_id and a.after = to_jsonb(n.user_id) and a.created_at = n.created_at)
      else exists (
        select from ticket_messages m where m.ticket_id = n.ticket_id and m.author_id = n.actor_id and m.created_at = n.created_at)
    end`)
  const untold = await demo.ask(sql`
    select a.* from ticket_activity a
    where a.what = 'assigned_to' and a.after <> to_jsonb(a.actor_id) and not exists (
      select from notifications n where n.ticket_id = a.ticket_id and to_jsonb(n.user_id) = a.after and n.created_at = a.created_at)`)
  const people = await demo.ask(sql<{ read: number; unread: number; newest_are_unread: boolean }>`
    select count(*) filter (where read) as read, count(*) filter (where not read) as unread,
      max(n.id) filter (where read) < min(n.id) filter (where not read) as newest_are_unread
    from users u join notifications n on n.user_id = u.id group by u.id`)

  expect(wrong).toEqual([])
  expect(untold).toEqual([])
  expect(people).toHaveLength(4)
  for (const person of people) {
    expect(person.read).toBeGreaterThan(3)
    expect(person.unread).toBeGreaterThan(0)
    expect(person.newest_are_unread).toBe(true)
  }
})

test('every ticket has its chat, every chat that is spoken in has its speakers, and delivery knows exactly who they are', async () => {
  await using demo = await openDemo()
  const chats = await demo.ask(sql<{ kind: string; chats: number; members: number; spoken: number }>`
    select kind, count(*) as chats, count(*) filter (where exists (select from chat_members m where m.chat_id = c.id)) as members,
      count(*) filter (where exists (select from chat_messages m where m.chat_id = c.id)) as spoken
    from chats c group by kind order by kind::text`)
  const strangers = await demo.ask(sql`
    select * from chat_messages s
    where not exists (select from chat_members m where (m.chat_id, m.user_id) = (s.chat_id, s.author_id) and m.joined_at <= s.created_at)`)
  const unknown = await demo.ask(sql`
    (select user_id, chat_id from chat_members except select user_id, chat_id from live_member)
    union all (select user_id, chat_id from live_member except select user_id, chat_id from chat_members)`)
  const pairs = await demo.ask(sql`
    select c.id from chats c where kind = 'direct'
      and array[direct_low, direct_high] <> (select array_agg(user_id order by user_id) from chat_members m where m.chat_id = c.id)`)
  const unread = await demo.ask(sql<{ unread: number }>`
    select count(*) as unread from chat_members m join chat_messages s on s.chat_id = m.chat_id and s.id > coalesce(m.read_up_to, 0)
    group by m.user_id`)

  expect(chats.find(({ kind }) => kind === 'ticket')?.chats).toBe(202)
  for (const { members, spoken } of chats) {
    expect(spoken).toBeGreaterThanOrEqual(2)
    expect(members).toBe(spoken)
  }
  expect(chats).toHaveLength(3)
  expect(strangers).toEqual([])
  expect(unknown).toEqual([])
  expect(pairs).toEqual([])
  expect(unread).toHaveLength(4)
})

test.for([
  { when: 'on a Wednesday afternoon', now: wednesday },
  { when: 'in the night from Saturday to Sunday', now: new Date('2026-11-22T02:40:00.000Z') },
])('seen $when it is awake: several tickets came in within the hour, nothing is later than now', async ({ now }) => {
  await using demo = await openDemo(now)
  const [seen] = await demo.ask(sql<{ lately: number; office: number; oldest: boolean; late: number }>`
    select count(*) filter (where created_at > ${now}::timestamptz - interval '1 hour') as lately,
      avg((extract(isodow from created_at at time zone 'UTC') < 6 and extract(hour from created_at at time zone 'UTC') between 7 and 16)::int)::float as office,
      min(created_at) between ${now}::timestamptz - interval '45 days' and ${now}::timestamptz - interval '35 days' as oldest,
      (select count(*) from (
        select updated_at as at from tickets union all select created_at from ticket_messages union all select created_at from ticket_activity
        union all select created_at from chat_messages union all select created_at from notifications
      ) every where at > ${now}) as late
    from tickets`)

  expect(seen?.lately).toBeGreaterThanOrEqual(5)
  expect(seen?.office).toBeGreaterThan(0.7)
  expect(seen?.oldest).toBe(true)
  expect(seen?.late).toBe(0)
})
