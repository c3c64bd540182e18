import { events } from '@livedesk/events'
import { type Prepared, sayLast } from '../db/driver.ts'
import type { Entry } from './outbox.ts'
import type { Sink } from './transact.ts'

/**
 * Writes a transaction's entries into the inbox, and asks for their numbers when it has committed.
 * With `check` (development and tests) an event that breaks its own schema fails the transaction that says it.
 */
export const inboxSink = (options: { readonly check: boolean; readonly committed: () => void }): Sink => ({
  write: async (tx, entries) => {
    if (options.check) for (const { event } of entries) if (event) events[event.type].schema.parse(event)
    const [first] = entries
    await sayLast(tx, entries.length === 1 && first ? one(first) : many(entries))
  },
  committed: options.committed,
})

// Nearly every transaction says one thing, and this costs Postgres a third less than the arrays of one.
const one = (entry: Entry): Prepared => ({
  name: 'live_say_one',
  text: 'insert into live_inbox (audience, audience_id, event, effect) values ($1, $2, $3, $4)',
  values: [entry.to.audience, idOf(entry), jsonOf(entry.event), jsonOf(entry.effect)],
})

const many = (entries: readonly Entry[]): Prepared => ({
  name: 'live_say_many',
  text: `
    insert into live_inbox (audience, audience_id, event, effect)
    select audience, audience_id, event, effect
    from unnest($1::text[], $2::bigint[], $3::text[], $4::json[])
      with ordinality as said (audience, audience_id, event, effect, place)
    order by place`,
  values: [
    entries.map(({ to }) => to.audience),
    entries.map(idOf),
    entries.map(({ event }) => jsonOf(event)),
    entries.map(({ effect }) => jsonOf(effect)),
  ],
})

const idOf = ({ to }: Entry) => ('id' in to ? to.id : null)

const jsonOf = (value: object | undefined) => (value ? JSON.stringify(value) : null)
