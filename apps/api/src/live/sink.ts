import { events } from '@livedesk/events'
import { sql } from 'kysely'
import type { Entry, Tx } from './outbox.ts'
import type { Sink } from './transact.ts'

/**
 * Writes a transaction's entries into the inbox, and asks for their numbers when it has committed.
 * With `check` (development and tests) an event that breaks its own schema fails the transaction that says it.
 */
export const inboxSink = (options: { readonly check: boolean; readonly committed: () => void }): Sink => ({
  write: async (tx, entries) => {
    if (options.check) for (const { event } of entries) if (event) events[event.type].schema.parse(event)
    const [first] = entries
    if (entries.length === 1 && first) await writeOne(tx, first)
    else await writeMany(tx, entries)
  },
  committed: options.committed,
})

// Nearly every transaction says one thing, and this costs Postgres a third less than the array of one.
const writeOne = (tx: Tx, entry: Entry) =>
  sql`
    insert into live_inbox (audience, audience_id, event, effect)
    values (${entry.to.audience}, ${idOf(entry)}, ${jsonOf(entry.event)}, ${jsonOf(entry.effect)})`.execute(tx)

const writeMany = (tx: Tx, entries: readonly Entry[]) =>
  sql`
    insert into live_inbox (audience, audience_id, event, effect)
    select audience, audience_id, event, effect
    from unnest(
      ${entries.map(({ to }) => to.audience)}::text[],
      ${entries.map(idOf)}::bigint[],
      ${entries.map(({ event }) => jsonOf(event))}::text[],
      ${entries.map(({ effect }) => jsonOf(effect))}::json[]
    ) with ordinality as said (audience, audience_id, event, effect, place)
    order by place`.execute(tx)

const idOf = ({ to }: Entry) => ('id' in to ? to.id : null)

const jsonOf = (value: object | undefined) => (value ? JSON.stringify(value) : null)
