import type { UserId } from '@livedesk/events'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { hashPassword } from '../people/keys.ts'
import { demoPassword, demoPeople } from './people.ts'
import { seedChats } from './seed-chats.ts'
import { seedTickets } from './seed-tickets.ts'

/** The people of the demo desk, in the order of `demoPeople`. */
export type Team = readonly { readonly id: UserId; readonly box: string }[]

/**
 * Fills an empty desk with demo people, about 200 tickets and some talk, once: a desk that has people is left alone.
 * It tells nobody, so it runs before the first worker does. Gives the number of tickets, or undefined if it did nothing.
 */
export const seedDemo = (db: Db, now = new Date()): Promise<number | undefined> =>
  db.transaction().execute(async (tx) => {
    // Several desks may start over one database at once: one of them seeds, the others find it done.
    await sql`select pg_advisory_xact_lock(hashtext('livedesk demo'))`.execute(tx)
    if (await tx.selectFrom('users').select('id').limit(1).executeTakeFirst()) return undefined

    const password_hash = await hashPassword(demoPassword)
    const people = await tx
      .insertInto('users')
      .values(demoPeople.map((person) => ({ ...person, password_hash })))
      .returning(['id', 'email'])
      .execute()
    const team = people.map(({ id, email }) => ({ id, box: email.replace(/@.*/u, '') }))
    const tickets = await seedTickets(tx, team, now)
    await seedChats(tx, team, tickets, now)
    return tickets.length
  })
