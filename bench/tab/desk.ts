import { TicketId, UserId } from '@livedesk/events'
import { seedDemo } from '@livedesk/api/src/demo/seed.ts'
import { holdTicket } from '@livedesk/api/src/tickets/address.ts'
import { changeTicket } from '@livedesk/api/src/tickets/change.ts'
import { openWorker } from '@livedesk/api/src/worker.ts'
import { sql } from 'kysely'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { now } from '../clock.ts'

/** A desk with many tickets that serves the built web app, in a process of its own; and colleagues who change tickets when told to. */
const main = async ([databaseUrl, tickets]: readonly string[]) => {
  if (!databaseUrl || !tickets) throw new Error('desk.ts <database url> <tickets>')
  const worker = await openWorker({
    databaseUrl,
    pubsub: { kind: 'postgres' },
    log: pino({ level: 'silent' }),
    checks: false,
    connections: 5,
    publicOrigin: undefined,
    allowedOrigins: [],
    trustedProxies: 0,
    logRetentionDays: 7,
    demo: false,
    filesFolder: join(tmpdir(), 'livedesk-bench-files'),
  })
  await seedDemo(worker.db)
  await seed(worker, Number(tickets))
  worker.server.listen(0, '127.0.0.1')
  await once(worker.server, 'listening')
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message) => {
    void storm(worker, Storm.parse(message)).then((said) => process.send?.({ said }))
  })
  process.send?.(z.object({ port: z.int() }).parse(worker.server.address()))
}

type Worker = Awaited<ReturnType<typeof openWorker>>

const Storm = z.object({ seconds: z.number(), perSecond: z.number() })

/** Copies the demo's tickets until there are enough: written as they are, past the triggers that make them found. */
const seed = async ({ db }: Worker, count: number) =>
  db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`
      insert into tickets (title, status, priority, assigned_to, requester_id, tags, search_text, created_at, updated_at)
      select t.title || ' ' || n, t.status, t.priority, t.assigned_to, t.requester_id, t.tags, t.search_text,
        t.created_at - n * interval '1 minute', t.updated_at - n * interval '1 minute'
      from (select *, row_number() over (order by id) - 1 as place, count(*) over () as all from tickets) t
      join generate_series(1, ${count}::int - (select count(*) from tickets)::int) n on n % t.all = t.place`.execute(tx)
    await sql`
      insert into chats (kind, ticket_id)
      select 'ticket', id from tickets t where not exists (select from chats c where c.ticket_id = t.id)`.execute(tx)
    await sql`analyze tickets, chats`.execute(tx)
  })

/** Tickets change, a fifth of them among the hundred that changed last, as a list shows them; gives how many did. */
const storm = async ({ db, tx }: Worker, { seconds, perSecond }: z.output<typeof Storm>) => {
  const { rows } = await sql<{ id: number; assigned_to: number | null }>`
    select id from tickets order by updated_at desc`.execute(db)
  const actor = UserId.parse(2)
  const changes: Promise<unknown>[] = []
  const begin = now()
  for (let n = 0; n < seconds * perSecond; n += 1) {
    while (now() < begin + (n * 1000) / perSecond) await pause(1)
    const { id } = rows[n % 5 === 0 ? (n * 7) % 100 : (n * 7919) % rows.length] ?? { id: 1 }
    const change = tx(async (tx) => {
      const ticket = await holdTicket(tx, TicketId.parse(id))
      const priority = ticket.priority === 'high' ? 'urgent' : 'high'
      const status = ticket.status === 'waiting' ? 'in_progress' : 'waiting'
      await changeTicket(tx, ticket, n % 2 === 0 ? { priority } : { status }, actor, async () => {})
    })
    changes.push(change)
  }
  await Promise.all(changes)
  return changes.length
}

await main(process.argv.slice(2))
