import { type CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openDesk, recorder } from '../desk.ts'
import { declaredRoutes } from './declared.ts'

const large = [
  'tickets',
  'ticket_messages',
  'ticket_activity',
  'ticket_documents',
  'requesters',
  'chats',
  'chat_messages',
  'notifications',
]

const Explained = z.tuple([z.object({ 'QUERY PLAN': z.unknown() })])

/** A desk with something of everything. It need not be large: the planner is told to read nothing whole if it can help it. */
const openFullDesk = async () => {
  const queries: CompiledQuery[] = []
  const desk = await openDesk({ events: recorder(), queries })
  const anna = await desk.admin('Anna')
  await sql`insert into requesters (name, email) select 'Customer ' || n, 'customer' || n || '@example.com' from generate_series(1, 400) n`.execute(
    desk.db,
  )
  await sql`insert into tickets (title, status, requester_id, tags) select 'About ' || md5(n::text), (case when n % 20 = 0 then 'new' else 'closed' end)::ticket_status, 1 + n % 400, array['tag' || n % 50] from generate_series(1, 1200) n`.execute(
    desk.db,
  )
  await sql`insert into chats (kind, ticket_id) select 'ticket', id from tickets`.execute(desk.db)
  await sql`insert into ticket_messages (ticket_id, kind, requester_id, body) select id, 'reply', requester_id, 'It says ' || md5(id::text) from tickets`.execute(
    desk.db,
  )
  await sql`insert into ticket_activity (ticket_id, actor_id, what, before, after) select id, ${anna.id}, 'created', 'null', 'null' from tickets`.execute(
    desk.db,
  )
  await sql`insert into chat_messages (chat_id, author_id, body) select id, ${anna.id}, 'Hello' from chats`.execute(
    desk.db,
  )
  await sql`insert into chat_members (chat_id, user_id) select id, ${anna.id} from chats where id <= 20`.execute(
    desk.db,
  )
  await sql`insert into users (name, email, password_hash) select 'Person ' || n, 'person' || n || '@livedesk.test', '-' from generate_series(1, 40) n`.execute(
    desk.db,
  )
  await sql`insert into notifications (user_id, kind, ticket_id, title) select u.id, 'ticket_assigned', n, 'About' from users u, generate_series(1, 200) n`.execute(
    desk.db,
  )
  await sql`select fold_counts()`.execute(desk.db)
  await sql`vacuum analyze`.execute(desk.db)
  return { ...desk, anna, queries }
}

const askedOf = (path: string) => {
  const here = path.replaceAll(':ticketId', '777').replaceAll(':chatId', '7').replaceAll(/:\w+/gu, '1')
  return path === '/search' ? [`${here}?q=deadbeef`, `${here}?q=about`, `${here}?q=%23777`] : [here]
}

test('whatever a screen asks, an index can answer: no large table has to be read whole', async () => {
  await using desk = await openFullDesk()
  const paths = declaredRoutes()
    .filter(({ method }) => method === 'get')
    .flatMap(({ path }) => askedOf(path))
  const whole: string[] = []

  for (const path of paths) {
    desk.queries.length = 0
    expect([200, 404], path).toContain((await desk.anna.get(path)).status)
    const read = desk.queries.filter((query) => /^\s*(?:select|with|\()/u.test(query.sql))
    await desk.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      for (const query of read) {
        const { rows } = await tx.executeQuery({ ...query, sql: `explain (format json) ${query.sql}` })
        const plan = JSON.stringify(Explained.parse(rows)[0]['QUERY PLAN'])
        for (const [, table] of plan.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/gu))
          if (table !== undefined && large.includes(table)) whole.push(`${path}: ${table}: ${query.sql}`)
      }
    })
  }

  expect(whole).toEqual([])
  expect(paths.length).toBeGreaterThan(10)
})
