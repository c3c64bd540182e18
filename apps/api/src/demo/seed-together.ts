import type { Moment, RichText, TicketId, TicketLinkKind, TicketStatus } from '@livedesk/events'
import { type Transaction, sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FileStore } from '../attachments/file-store.ts'
import { sniff } from '../attachments/sniff.ts'
import type { Database } from '../db/schema.ts'
import type { openClock } from './clock.ts'
import { type Crew, demoPeople, type Person } from './people.ts'
import { temperatureChart } from './pictures.ts'
import { known, type Written } from './seed-tickets.ts'

type Tx = Transaction<Database>
type Parts = {
  readonly written: readonly Written[]
  readonly crew: Crew
  readonly clock: ReturnType<typeof openClock>
  readonly now: Date
  /** Where files go; without one there are none. */
  readonly store: FileStore | undefined
}

type Note = {
  readonly about: Written
  readonly by: Person
  readonly to: Person
  readonly words: string
  readonly file: { readonly name: string; readonly bytes: Buffer }
  readonly at: Moment
}

/**
 * What the people of the desk have done in the last hour that no story tells: duplicates merged, tickets linked and put
 * aside, colleagues asked in notes with files.
 */
export const seedTogether = async (tx: Tx, parts: Parts) => {
  const { written, clock } = parts
  const find = (status: TicketStatus, ...tags: readonly string[]) =>
    known(
      written.findLast(
        ({ openedAgo, said, changed, ...ticket }) =>
          ticket.status === status &&
          tags.every((tag) => ticket.tags.includes(tag)) &&
          openedAgo - Math.max(...[...said, ...changed].map(({ at }) => at)) > 60,
      ),
    )

  for (const [place, again] of written.filter(({ repeats }) => repeats !== undefined).entries()) {
    const first = known(written.find(({ title }) => title === again.repeats))
    await merge(tx, parts, again, first, clock(48 - 9 * place))
  }
  const lamps = [find('in_progress', 'automation', 'lamp'), find('waiting', 'automation', 'lamp')] as const
  await link(tx, parts, lamps, ['related', 'related'], clock(31))
  const crash = [find('in_progress', 'automation', 'bug'), find('waiting', 'app', 'bug')] as const
  await link(tx, parts, crash, ['blocked_by', 'blocks'], clock(29))
  await snooze(tx, parts, find('waiting', 'firmware'), clock(26))
  await snooze(tx, parts, find('waiting', 'billing', 'subscription'), clock(19))

  await ask(tx, parts, {
    about: find('in_progress', 'vpn'),
    by: 'clara',
    to: 'boris',
    words: ' their router gives up exactly once an hour, its log is below. Is that our rekeying, or theirs?',
    file: { name: 'router.log', bytes: Buffer.from(routerLog) },
    at: clock(1.6),
  })
  await ask(tx, parts, {
    about: find('in_progress', 'thermostat'),
    by: 'boris',
    to: 'dmitri',
    words:
      ' посмотри на график за сутки: синим то, что задано, красным то, что есть. Не похоже ли это на залипший клапан?',
    file: { name: 'температура.png', bytes: temperatureChart() },
    at: clock(1.1),
  })
}

const merge = async (tx: Tx, { crew }: Parts, again: Written, first: Written, at: Moment) => {
  const by = crew[first.assigned_to ?? 'anna']
  const before_merge = { status: again.status, snoozed_until: null }
  await step(tx, again.id, at, { status: 'closed', merged_into: first.id, before_merge })
  await step(tx, first.id, at, { took_in: sql`took_in || ${again.id}::bigint` })
  await keep(tx, at, by, [
    { ticket_id: again.id, what: 'status', before: again.status, after: 'closed' },
    { ticket_id: again.id, what: 'merged_into', before: null, after: first.id },
    { ticket_id: first.id, what: 'took_in', before: null, after: again.id },
  ])
}

const link = async (
  tx: Tx,
  { crew }: Parts,
  pair: readonly [Written, Written],
  kinds: readonly [TicketLinkKind, TicketLinkKind],
  at: Moment,
) => {
  const by = crew[pair[0].assigned_to ?? 'anna']
  for (const [place, { id }] of pair.entries()) {
    const after = { kind: kinds[place] ?? 'related', ticket_id: (pair[1 - place] ?? pair[0]).id }
    await step(tx, id, at, { links: sql`${JSON.stringify([after])}::jsonb` })
    await keep(tx, at, by, [{ ticket_id: id, what: 'link', before: null, after }])
  }
}

/** Puts a ticket aside until tomorrow morning. */
const snooze = async (tx: Tx, { crew, now }: Parts, { id, assigned_to }: Written, at: Moment) => {
  const morning = new Date(now)
  morning.setUTCDate(morning.getUTCDate() + 1)
  morning.setUTCHours(9, 0, 0, 0)
  const snoozed_until = morning.toISOString()
  await step(tx, id, at, { snoozed_until: sql`${snoozed_until}::timestamptz` })
  await keep(tx, at, crew[assigned_to ?? 'anna'], [
    { ticket_id: id, what: 'snoozed_until', before: null, after: snoozed_until },
  ])
}

/** A note that mentions a colleague, who is told of it and follows the ticket from then on. */
const ask = async (tx: Tx, { crew, store }: Parts, { about, by, to, words, file, at }: Note) => {
  const content: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { user_id: crew[to] } },
          { type: 'text', text: words },
        ],
      },
    ],
  }
  const name = known(demoPeople.find(({ key }) => key === to)).name
  const { id: message_id } = await tx
    .insertInto('ticket_messages')
    .values({
      ticket_id: about.id,
      kind: 'note',
      author_id: crew[by],
      body: `@${name}${words}`,
      content,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await step(tx, about.id, at, {
    message_count: sql`message_count + 1`,
    watcher_ids: sql`(select array_agg(distinct id order by id) from unnest(watcher_ids || ${[crew[by], crew[to]]}::bigint[]) id)`,
  })
  await tx
    .insertInto('notifications')
    .values({
      user_id: crew[to],
      kind: 'ticket_message_posted',
      ticket_id: about.id,
      title: about.title,
      actor_id: crew[by],
      message_id,
      mentioned: true,
      created_at: at,
    })
    .execute()
  if (!store) return
  const key = randomUUID()
  await store.write(key, Readable.from([file.bytes]))
  await tx
    .insertInto('attachments')
    .values({
      key,
      message_id,
      place: 0,
      uploader_id: crew[by],
      name: file.name,
      size: file.bytes.length,
      created_at: at,
      ...(await sniff(file.bytes)),
    })
    .execute()
}

/** One more version of a ticket. */
const step = (tx: Tx, id: TicketId, at: Moment, changed: object) =>
  tx
    .updateTable('tickets')
    .set({ ...changed, version: sql`version + 1`, updated_at: at })
    .where('id', '=', id)
    .execute()

type Happening = {
  readonly ticket_id: TicketId
  readonly what: string
  readonly before: unknown
  readonly after: unknown
}

const keep = (tx: Tx, created_at: Moment, actor_id: Crew[Person], happenings: readonly Happening[]) =>
  tx
    .insertInto('ticket_activity')
    .values(
      happenings.map(({ before, after, ...happening }) => ({
        ...happening,
        actor_id,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
        created_at,
      })),
    )
    .execute()

const routerLog = `${Array.from({ length: 6 }, (_, hour) => {
  const clock = String(8 + hour).padStart(2, '0')
  return [
    `${clock}:12:04 ipsec[412]: rekeying CHILD_SA office{${hour + 1}}`,
    `${clock}:12:09 ipsec[412]: no reply from peer, retransmit 1 of 3`,
    `${clock}:12:24 ipsec[412]: no reply from peer, retransmit 3 of 3`,
    `${clock}:12:39 ipsec[412]: giving up, deleting IKE_SA office[${hour + 1}]`,
    `${clock}:12:41 ipsec[412]: initiating IKE_SA office[${hour + 2}]`,
    `${clock}:12:43 ipsec[412]: CHILD_SA office{${hour + 2}} established`,
  ].join('\n')
}).join('\n')}\n`
