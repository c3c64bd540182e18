import type { ChatId, UserId } from '@livedesk/events'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import { minutesBefore } from './moment.ts'
import type { Team } from './seed.ts'
import type { SeededTicket } from './seed-tickets.ts'
import { beside, direct, groups } from './talk.ts'

type Tx = Transaction<Database>
type Said = readonly (readonly [who: string, what: string])[]

/** Writes what the demo people say to each other: in groups, in private, and beside the tickets that are under way. */
export const seedChats = async (tx: Tx, team: Team, tickets: readonly SeededTicket[], now: Date) => {
  const ids = new Map(team.map(({ id, box }) => [box, id]))
  const idOf = (box: string) => {
    const id = ids.get(box)
    if (id === undefined) throw new Error(`Nobody at the demo desk is called ${box}.`)
    return id
  }

  const open = tickets.filter(({ status }) => status === 'in_progress').slice(-12)
  const created_at = minutesBefore(now, 30 * 24 * 60)
  for (const { title, members, said } of groups) {
    const chat = await tx
      .insertInto('chats')
      .values({ kind: 'group', title, created_at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await talk(tx, chat.id, members.map(idOf), said, idOf, now, 90)
  }
  for (const { between, said } of direct) {
    const [one, other] = [idOf(between[0]), idOf(between[1])]
    const pair = one < other ? { direct_low: one, direct_high: other } : { direct_low: other, direct_high: one }
    const chat = await tx
      .insertInto('chats')
      .values({ kind: 'direct', ...pair, created_at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await talk(tx, chat.id, between.map(idOf), said, idOf, now, 200)
  }
  for (const [index, { id }] of open.entries()) {
    const said: Said = beside[index % beside.length] ?? []
    const chat = await tx.selectFrom('chats').select('id').where('ticket_id', '=', id).executeTakeFirstOrThrow()
    await talk(tx, chat.id, [...new Set(said.map(([who]) => idOf(who)))], said, idOf, now, 30 + index)
  }

  // Delivery keeps its own account of who is in which chat, by what was said; nothing has been said yet.
  await sql`insert into live_member (user_id, chat_id) select user_id, chat_id from chat_members`.execute(tx)
}

const talk = async (
  tx: Tx,
  chat_id: ChatId,
  members: readonly UserId[],
  said: Said,
  idOf: (box: string) => UserId,
  now: Date,
  endedAgo: number,
) => {
  const messages = await tx
    .insertInto('chat_messages')
    .values(
      said.map(([who, body], index) => ({
        chat_id,
        author_id: idOf(who),
        body,
        created_at: minutesBefore(now, endedAgo + (said.length - index) * 7),
      })),
    )
    .returning(['id', 'author_id'])
    .execute()
  // Everyone has read up to the last thing they said themselves.
  await tx
    .insertInto('chat_members')
    .values(
      members.map((user_id) => ({
        chat_id,
        user_id,
        read_up_to: messages.findLast(({ author_id }) => author_id === user_id)?.id ?? null,
        joined_at: minutesBefore(now, 30 * 24 * 60),
      })),
    )
    .execute()
}
