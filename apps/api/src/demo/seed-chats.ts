import type { ChatId, Moment } from '@livedesk/events'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import { type openClock, SIX_WEEKS } from './clock.ts'
import type { Person, Crew } from './people.ts'
import type { Written } from './seed-tickets.ts'
import { directs, groups, type Spoken } from './talk.ts'

type Tx = Transaction<Database>
type Parts = { readonly written: readonly Written[]; readonly crew: Crew; readonly clock: ReturnType<typeof openClock> }
type Line = { readonly by: Person; readonly body: string; readonly created_at: Moment }
type Talk = {
  readonly chat_id: ChatId
  readonly joined_at: Moment
  readonly members: readonly Person[]
  readonly lines: readonly Line[]
}

/** Writes what the people of the desk say to each other: in groups, in twos, and beside tickets. */
export const seedChats = async (tx: Tx, parts: Parts) => {
  const talks = [...(await openGroups(tx, parts)), ...(await openDirects(tx, parts)), ...(await ticketTalks(tx, parts))]
  await writeTalks(tx, talks, parts)

  // Delivery keeps its own account of who is in which chat, as of its log. Nobody listens yet and nothing was said in the
  // log, so the account is written beside the fact; entries would only be replayed to people who see all of it anyway.
  await sql`insert into live_member (user_id, chat_id) select user_id, chat_id from chat_members`.execute(tx)
}

const openGroups = async (tx: Tx, { clock }: Parts): Promise<Talk[]> => {
  const joined_at = clock(SIX_WEEKS)
  const rows = await tx
    .insertInto('chats')
    .values(groups.map(({ title }) => ({ kind: 'group' as const, title, created_at: joined_at })))
    .returning(['id', 'title'])
    .execute()
  return groups.flatMap(({ title, members, spoken }) =>
    rows
      .filter((row) => row.title === title)
      .map(({ id }) => ({ chat_id: id, joined_at, members, lines: linesOf(spoken, clock) })),
  )
}

const openDirects = async (tx: Tx, { crew, clock }: Parts): Promise<Talk[]> => {
  const joined_at = clock(SIX_WEEKS)
  return Promise.all(
    directs.map(async ({ between, spoken }) => {
      const [one, other] = [crew[between[0]], crew[between[1]]]
      const { id } = await tx
        .insertInto('chats')
        .values({
          kind: 'direct',
          direct_low: one < other ? one : other,
          direct_high: one < other ? other : one,
          created_at: joined_at,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { chat_id: id, joined_at, members: between, lines: linesOf(spoken, clock) }
    }),
  )
}

/** Who is in a ticket's chat came to talk in it. */
const ticketTalks = async (tx: Tx, { written }: Parts): Promise<Talk[]> => {
  const rows = await tx.selectFrom('chats').select(['id', 'ticket_id']).where('kind', '=', 'ticket').execute()
  const chatOf = new Map(rows.map(({ id, ticket_id }) => [ticket_id, id]))
  return written.flatMap(({ id, aside, momentOf }) => {
    const chat_id = chatOf.get(id)
    const [first] = aside
    if (!first || chat_id === undefined) return []
    const lines = aside.map(({ by, body, at }) => ({ by, body, created_at: momentOf(at) }))
    return [{ chat_id, joined_at: momentOf(first.at), members: [...new Set(aside.map(({ by }) => by))], lines }]
  })
}

const linesOf = (spoken: readonly Spoken[], clock: Parts['clock']): Line[] =>
  spoken.map(([ago, by, body]) => ({ by, body, created_at: clock(ago) }))

const writeTalks = async (tx: Tx, talks: readonly Talk[], { crew, clock }: Parts) => {
  const lines = talks
    .flatMap((talk) =>
      talk.lines.map(({ by, body, created_at }) => ({ chat_id: talk.chat_id, author_id: crew[by], body, created_at })),
    )
    .toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1))
  const said = await tx
    .insertInto('chat_messages')
    .values(lines)
    .returning(['id', 'chat_id', 'author_id', 'created_at'])
    .execute()

  // Everyone has read what is older than an hour, and what they answered to.
  const readBefore = clock(60)
  const members = talks.flatMap(({ chat_id, joined_at, members: people }) =>
    people.map((person) => {
      const read = said.findLast(
        (line) => line.chat_id === chat_id && (line.author_id === crew[person] || line.created_at < readBefore),
      )
      return { chat_id, user_id: crew[person], joined_at, read_up_to: read?.id ?? null }
    }),
  )
  await tx.insertInto('chat_members').values(members).execute()
}
