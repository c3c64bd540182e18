import { ChatId, UserId } from '@livedesk/events'
import { z } from 'zod'
import type { Effect } from './outbox.ts'

/** The part of a pg client that the log needs. */
export type Queryable = {
  query<R extends unknown[]>(query: {
    text: string
    values?: unknown[]
    rowMode: 'array'
    name?: string
  }): Promise<{ rows: R[] }>
}

/** One numbered row: who hears it, what is said (JSON text without its `seq`), what it does to later delivery. */
export type LogEntry = {
  readonly seq: number
  readonly audience: 'user' | 'chat' | 'agents' | 'nobody'
  readonly audienceId: number | null
  readonly event: string | null
  readonly effect: Effect | null
}

/** Consecutive entries: the first follows the position `prev` directly. `head` is the position after the last. */
export type Batch = { readonly prev: number; readonly head: number; readonly entries: readonly LogEntry[] }

/** Where the desk's order stands. Numbers up to `prunedSeq` are no longer in the log. */
export type Head = { readonly seq: number; readonly prunedSeq: number; readonly epoch: string }

/** Numbers that were never given, or whose entries were lost with a crashed server: `after` exists, what follows starts at `first + 1`. */
export type Gap = { readonly after: number; readonly first: number }

type Row = [seq: string, audience: string | null, audienceId: string | null, event: string | null, effect: unknown]

/**
 * Numbers what has been committed, at most `maxRows`, and gives it back in order. Postgres tells the other workers of it in
 * the same transaction if it is told who asks.
 */
export const number = async (db: Queryable, maxRows: number, nudgeFrom: string | null = null): Promise<Batch> => {
  const { rows } = await db.query<Row>({
    name: 'live_number',
    text: 'select seq, audience, audience_id, event, effect from live_number($1, $2)',
    values: [maxRows, nudgeFrom],
    rowMode: 'array',
  })
  const [before, ...numbered] = rows
  if (!before) throw new Error('live_number gave no position.')
  const prev = Number(before[0])
  return { prev, head: prev + numbered.length, entries: numbered.map(toEntry) }
}

/** Reads the log after a position, in order, at most `limit` entries. */
export const readAfter = async (db: Queryable, seq: number, limit: number): Promise<LogEntry[]> => {
  const { rows } = await db.query<Row>({
    name: 'live_read_after',
    text: 'select seq, audience, audience_id, event, effect from live_log where seq > $1 order by seq limit $2',
    values: [seq, limit],
    rowMode: 'array',
  })
  return rows.map(toEntry)
}

/**
 * Reads what changed memberships after a position, in order: to know who was where at an earlier one, from where they are
 * `at` a later. Undefined if that later one was lost in a crash: what led to it is not in the log any more.
 */
export const readEffectsAfter = async (db: Queryable, seq: number, at: number): Promise<LogEntry[] | undefined> => {
  const { rows } = await db.query<[isLost: boolean, ...(Row | null[])]>({
    name: 'live_effects_after',
    text: `
      select h.seq < $2 or exists (select from live_gap where after_seq < $2 and $2 < first_seq),
        l.seq, l.audience, l.audience_id, null, l.effect
      from live_head h left join live_log l on l.seq > $1 and l.effect is not null order by l.seq`,
    values: [seq, at],
    rowMode: 'array',
  })
  if (rows[0]?.[0] !== false) return undefined
  return rows.flatMap(([, ...row]) => (isRow(row) ? [toEntry(row)] : []))
}

/** Makes sure, before anything is read, that the order is this server's own and goes on past what it may have lost. */
export const reopen = async (db: Queryable) => {
  await db.query({ text: 'select live_reopen()', rowMode: 'array' })
}

/** Reads where the order stands, and every gap in it, as of one moment. */
export const readHead = async (db: Queryable): Promise<Head & { readonly gaps: readonly Gap[] }> => {
  const { rows } = await db.query<[string, string, string, string | null, string | null]>({
    text: 'select h.seq, h.pruned_seq, h.epoch, g.after_seq, g.first_seq from live_head h left join live_gap g on true order by g.after_seq',
    rowMode: 'array',
  })
  const [first] = rows
  if (!first) throw new Error('live_head is empty.')
  return {
    seq: Number(first[0]),
    prunedSeq: Number(first[1]),
    epoch: first[2],
    gaps: rows.flatMap(([, , , after, next]) =>
      after === null || next === null ? [] : [{ after: Number(after), first: Number(next) }],
    ),
  }
}

/** Reads which chats people are in, exactly as of the position that comes with it. */
export const readMemberships = async (db: Queryable, userIds: readonly UserId[]) => {
  const { rows } = await db.query<[string, string | null, string | null]>({
    name: 'live_memberships',
    text: 'select h.seq, m.user_id, m.chat_id from live_head h left join live_member m on m.user_id = any($1::bigint[])',
    values: [userIds],
    rowMode: 'array',
  })
  const chats = new Map<UserId, Set<ChatId>>(userIds.map((id) => [id, new Set()]))
  for (const [, userId, chatId] of rows) {
    if (userId !== null && chatId !== null) chats.get(UserId.parse(Number(userId)))?.add(ChatId.parse(Number(chatId)))
  }
  return { seq: Number(rows[0]?.[0]), chats }
}

/** Whether an outer join found one. */
const isRow = (row: Row | null[]): row is Row => row[0] !== null

const StoredEffect = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['join', 'leave']), chat_id: ChatId, user_id: UserId }),
  z.object({ do: z.literal('end_session'), session_id: z.int() }),
  z.object({ do: z.literal('end_user'), user_id: UserId }),
])
const StoredAudience = z.enum(['user', 'chat', 'agents', 'nobody'])

/** A log row as pg gives it. */
export const toEntry = ([seq, audience, audienceId, event, effect]: Row): LogEntry => ({
  seq: Number(seq),
  audience: StoredAudience.parse(audience),
  audienceId: audienceId === null ? null : Number(audienceId),
  event,
  effect: effect === null ? null : StoredEffect.parse(effect),
})
