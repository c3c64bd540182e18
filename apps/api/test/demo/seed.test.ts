import { Ticket } from '@livedesk/events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../src/db/pool.ts'
import { demoPassword, demoPeople } from '../../src/demo/people.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { checkPassword } from '../../src/people/keys.ts'
import { selectTickets } from '../../src/tickets/queries.ts'
import { openDatabase } from '../database.ts'
import { openDemo, wednesday } from './demo.ts'

test('the demo desk has its four people, each with the demo password, and one of them is the admin', async () => {
  await using demo = await openDemo()
  const people = await demo.db
    .selectFrom('users')
    .select(['name', 'email', 'role', 'password_hash'])
    .orderBy('id')
    .execute()

  expect(people.map(({ name, email, role }) => ({ name, email, role }))).toEqual(
    demoPeople.map(({ name, email, role }) => ({ name, email, role })),
  )
  for (const { password_hash } of people) expect(await checkPassword(password_hash, demoPassword)).toBe(true)
})

test('it has some two hundred tickets that the contract accepts, of every status and priority, open ones for everybody', async () => {
  await using demo = await openDemo()
  const tickets = z.array(Ticket).parse(await selectTickets(demo.db).execute())
  const open = tickets.filter(({ status }) => status !== 'resolved' && status !== 'closed')
  const share = (of: (ticket: Ticket) => boolean) => tickets.filter(of).length / tickets.length

  expect(tickets).toHaveLength(202)
  for (const status of ['new', 'in_progress', 'waiting'] as const)
    expect(share((one) => one.status === status)).toBeGreaterThan(0.04)
  for (const status of ['resolved', 'closed'] as const)
    expect(share((one) => one.status === status)).toBeGreaterThan(0.2)
  for (const priority of ['low', 'normal', 'high', 'urgent'] as const) {
    expect(share((one) => one.priority === priority)).toBeGreaterThan(0.05)
  }
  const assignees = open.flatMap(({ assigned_to }) => assigned_to ?? [])
  for (const { id } of await demo.db.selectFrom('users').select('id').execute()) {
    expect(assignees.filter((assignee) => assignee === id).length).toBeGreaterThanOrEqual(5)
  }
})

test('the same now makes the same desk, to the word and the millisecond; another now makes it another', async () => {
  await using demo = await openDemo()
  await using again = await openDemo()
  await using later = await openDemo(new Date('2026-11-19T09:00:00.000Z'))

  expect(await everything(again.db)).toEqual(await everything(demo.db))
  expect(await everything(later.db)).not.toEqual(await everything(demo.db))
})

test('a desk is filled once, however many workers start over it at the same moment', async () => {
  await using database = await openDatabase()
  const done = await Promise.all([1, 2, 3].map(() => seedDemo(database.db, { now: wednesday })))

  expect(done.filter(Boolean)).toHaveLength(1)
  expect(await count(database.db, 'users')).toBe(4)
  expect(await count(database.db, 'tickets')).toBe(202)
})

test('a desk that has a person already is left alone', async () => {
  await using database = await openDatabase()
  await database.db.insertInto('users').values({ name: 'Ada', email: 'ada@example.com', password_hash: '' }).execute()

  expect(await seedDemo(database.db)).toBe(false)
  expect(await count(database.db, 'users')).toBe(1)
  expect(await count(database.db, 'tickets')).toBe(0)
})

test('what is written next gets the next ids', async () => {
  await using demo = await openDemo()
  const next = await demo.db
    .insertInto('requesters')
    .values({ name: 'Ada', email: 'ada@example.com' })
    .returning('id')
    .executeTakeFirstOrThrow()

  expect(next.id).toBe(await count(demo.db, 'requesters'))
})

/** All that the demo wrote, but for the salt of the passwords. */
const everything = async (db: Db) => {
  const tables = [
    'requesters',
    'tickets',
    'ticket_messages',
    'ticket_activity',
    'chats',
    'chat_messages',
    'chat_members',
    'notifications',
    'canned_replies',
    'saved_views',
  ]
  const read = (table: string) => sql`select * from ${sql.table(table)} order by 1, 2`.execute(db)
  return Promise.all(tables.map(async (table) => [table, (await read(table)).rows]))
}

const count = async (db: Db, table: 'users' | 'tickets' | 'requesters') => {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}
