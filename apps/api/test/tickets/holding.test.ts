import { Ticket } from '@livedesk/events'
import { PostedTicketMessage } from '@livedesk/resources'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Tx } from '../../src/live/outbox.ts'
import { openDesk, recorder } from '../desk.ts'

const openHeld = async ({ follower }: { readonly follower: 'Boris' | 'Clara' }) => {
  const desk = await openDesk({ events: recorder() })
  const [anna, boris, clara] = [await desk.admin('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const ticket = await desk.ticket()
  await anna.do(`/tickets/${ticket.id}/watchers`, { user_id: follower === 'Boris' ? boris.id : clara.id }, Ticket)
  const hold = (tx: Tx, id: number) => sql`select from users where id = ${id} for no key update nowait`.execute(tx)
  const waits = async () =>
    (
      await sql`select from pg_locks where not granted and pid in (select pid from pg_stat_activity
      where datname = current_database())`.execute(desk.db)
    ).rows.length
  /** Holds Boris, who comes first, until something waits for him, and then Clara, whom it must not have. */
  const holdingBoris = async <T>(ask: () => Promise<T>) => {
    let asked: Promise<T> | undefined
    await desk.db.transaction().execute(async (tx) => {
      await hold(tx, boris.id)
      asked = ask()
      await expect.poll(waits).toBe(1)
      await hold(tx, clara.id)
    })
    return asked
  }
  return { anna, boris, clara, ticket, holdingBoris, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('whoever is given a ticket is held in their place among those who follow it', async () => {
  await using at = await openHeld({ follower: 'Boris' })
  const { anna, clara, ticket } = at
  // New, it is in progress by this: Boris is told of that.
  const given = await at.holdingBoris(() => anna.do(`/tickets/${ticket.id}/assign`, { user_id: clara.id }, Ticket))
  expect(given).toMatchObject({ assigned_to: clara.id, status: 'in_progress' })
})

test('so they are when they are given it with a message, of which its followers are told first', async () => {
  await using at = await openHeld({ follower: 'Clara' })
  const { anna, boris, ticket } = at
  const said = { body: 'It is out.', changes: { assigned_to: boris.id } }
  const posted = await at.holdingBoris(() => anna.do(`/tickets/${ticket.id}/messages`, said, PostedTicketMessage))
  expect(posted?.ticket.assigned_to).toBe(boris.id)
})
