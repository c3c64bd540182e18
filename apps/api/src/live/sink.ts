import { events } from '@livedesk/events'
import { sql } from 'kysely'
import type { Entry } from './outbox.ts'
import type { Sink } from './transact.ts'

/**
 * Writes a transaction's entries into the inbox, and asks for their numbers when it has committed.
 * With `check` (development and tests) an event that breaks its own schema fails the transaction that says it.
 */
export const inboxSink = (options: { readonly check: boolean; readonly committed: () => void }): Sink => ({
  write: async (tx, entries) => {
    if (options.check) for (const { event } of entries) if (event) events[event.type].schema.parse(event)
    const column = <T>(value: (entry: Entry) => T) => entries.map(value)
    await sql`
      insert into live_inbox (audience, audience_id, event, effect)
      select audience, audience_id, event, effect
      from unnest(
        ${column(({ to }) => to.audience)}::text[],
        ${column(({ to }) => ('id' in to ? to.id : null))}::bigint[],
        ${column(({ event }) => (event ? JSON.stringify(event) : null))}::text[],
        ${column(({ effect }) => (effect ? JSON.stringify(effect) : null))}::json[]
      ) with ordinality as said (audience, audience_id, event, effect, place)
      order by place`.execute(tx)
  },
  committed: options.committed,
})
