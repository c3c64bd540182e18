import { sql } from 'kysely'
import type { Logger } from 'pino'
import { sendToAgents } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { keepChange, type Notify, watchersBut } from './change.ts'
import { findTicket } from './queries.ts'

type Parts = { readonly tx: Transact; readonly notify: Notify }

/** How often a worker looks for tickets whose time has come, in milliseconds: how late they may be. */
const every = 2000

/** Brings tickets back whose time has come, for as long as it is open. What is due stands in the database: every worker asks. */
export const openAlarm = ({ log, ...parts }: Parts & { readonly log: Logger }): AsyncDisposable => {
  const closing = new AbortController()
  let round: Promise<void> | undefined
  const ring = async (): Promise<void> => {
    if (!closing.signal.aborted && (await wakeNext(parts))) await ring()
  }
  const timer = setInterval(() => {
    round ??= ring()
      .catch((error: unknown) => log.warn({ err: error }, 'Tickets could not be brought back; it tries again soon'))
      .finally(() => (round = undefined))
  }, every)
  return {
    async [Symbol.asyncDispose]() {
      closing.abort()
      clearInterval(timer)
      await round
    },
  }
}

/** Brings back the ticket that is due for longest, and says so. False if none is due, or another worker has it in hand. */
export const wakeNext = ({ tx, notify }: Parts): Promise<boolean> =>
  tx(async (tx) => {
    const due = await tx
      .selectFrom('tickets')
      .select('id')
      .where('snoozed_until', '<=', sql<string>`now()`)
      .orderBy('snoozed_until')
      .limit(1)
      .forNoKeyUpdate()
      .skipLocked()
      .executeTakeFirst()
    const ticket = due && (await findTicket(tx, due.id))
    if (!ticket) return false

    const change = await keepChange(tx, ticket, { snoozed_until: null }, null)
    sendToAgents(tx, { type: 'ticket_woke', ...change })
    await notify(tx, watchersBut(ticket, []), { what: 'ticket_woke', ticket: change.ticket, actor_id: null })
    return true
  })
