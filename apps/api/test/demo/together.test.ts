import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { CannedReply, SavedView, Ticket } from '@livedesk/events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openFolderStore } from '../../src/attachments/file-store.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { selectTickets } from '../../src/tickets/queries.ts'
import { openDatabase } from '../database.ts'
import { openDemo, wednesday } from './demo.ts'

test('duplicates are merged, tickets linked both ways and some put aside, in both languages', async () => {
  await using demo = await openDemo()
  const tickets = z.array(Ticket).parse(await selectTickets(demo.db).execute())
  const of = (id: number | null) => tickets.find((ticket) => ticket.id === id)

  const merged = tickets.filter(({ merged_into }) => merged_into !== null)
  expect(new Set(merged.map(({ title }) => title.split(':', 1)[0]))).toEqual(new Set(['Once more', 'Ещё раз']))
  expect(merged).toHaveLength(2)
  for (const { id, requester, status, merged_into } of merged) {
    expect(status).toBe('closed')
    expect(of(merged_into)).toMatchObject({ took_in: [id], requester })
  }
  const links = tickets.flatMap(({ id, links: own }) => own.map(({ kind, ticket_id }) => [id, kind, ticket_id]))
  expect(links).toHaveLength(4)
  expect(new Set(links.map(([, kind]) => kind))).toEqual(new Set(['related', 'blocks', 'blocked_by']))
  for (const [id, , other] of links) expect(links.some(([from, , to]) => from === other && to === id)).toBe(true)
  const aside = tickets.flatMap(({ snoozed_until }) => snoozed_until ?? [])
  expect(aside).toEqual(['2026-11-19T09:00:00.000Z', '2026-11-19T09:00:00.000Z'])
})

test('whoever a note mentions is told of it and follows the ticket; its file is there to be had', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-demo-'))
  await using open = new AsyncDisposableStack()
  open.defer(() => rm(folder, { recursive: true, force: true }))
  const { db } = open.use(await openDatabase())
  const store = openFolderStore(folder)
  await seedDemo(db, { now: wednesday, store })

  const { rows: told } = await sql`
    select n.read, n.user_id = any (t.watcher_ids) as follows, m.content -> 'content' -> 0 -> 'content' -> 0 #>> '{attrs,user_id}' = n.user_id::text as named
    from notifications n join tickets t on t.id = n.ticket_id join ticket_messages m on m.id = n.message_id where n.mentioned`.execute(
    db,
  )
  expect(told).toEqual(Array.from({ length: 2 }, () => ({ read: false, follows: true, named: true })))

  const files = await db
    .selectFrom('attachments')
    .select(['key', 'name', 'type', 'size', 'width', 'height'])
    .orderBy('id')
    .execute()
  expect(files).toMatchObject([
    { name: 'router.log', type: 'text/plain' },
    { name: 'температура.png', type: 'image/png', width: 480, height: 240 },
  ])
  for (const { key, size } of files) {
    const bytes = await store.read(key)
    expect(bytes && (await buffer(bytes)).length).toBe(size)
  }
})

test('there are canned replies, macros and saved views that the contract accepts, the desk’s and everyone’s own', async () => {
  await using demo = await openDemo()
  const canned = z.array(CannedReply).parse(await demo.db.selectFrom('canned_replies').selectAll().execute())
  const views = z.array(SavedView).parse(await demo.db.selectFrom('saved_views').selectAll().execute())

  expect(canned.filter(({ owner_id }) => owner_id === null).length).toBeGreaterThan(4)
  expect(canned.some(({ body }) => body === '')).toBe(true)
  expect(canned.some(({ name }) => /[а-я]/iu.test(name))).toBe(true)
  expect(views.filter(({ shared }) => shared)).toHaveLength(3)
  for (const { id } of await demo.db.selectFrom('users').select('id').execute()) {
    expect(canned.some(({ owner_id }) => owner_id === id)).toBe(true)
    expect(views.some(({ shared, owner_id }) => !shared && owner_id === id)).toBe(true)
  }
})
