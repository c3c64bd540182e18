import { TicketId, type UserId } from '@livedesk/events'
import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { limitUpTo } from '../http/parse.ts'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { CursorText } from './cursor.ts'
import { filtersFor, ListQuery } from './page.ts'
import { type Asked, isFindable, likePart, type Question, readQuestion } from './search-words.ts'
import { showHits } from './search-hits.ts'

/** What `GET /api/search` is asked: words, and within which tickets. */
export const SearchQuery = ListQuery.omit({ q: true, sort: true, limit: true, cursor: true }).extend({
  q: z.string().max(400),
  limit: limitUpTo(50, 20),
  cursor: z.string().max(200).optional(),
})
export type SearchQuery = z.output<typeof SearchQuery>

type Found = { readonly id: TicketId; readonly score: number }

/** Where in the answer a page begins: in a chapter (the tickets below an id), behind what was answered of it already. */
type Place = { readonly below: number; readonly isFirst: boolean; readonly behind: Found | null }

/**
 * One page of what fits best, over tickets and their conversations. A word that stands in very many tickets is ranked among the
 * newest of them first, chapter by chapter: so an answer costs the same however large the desk is. Read it in one snapshot.
 */
export const search = async (db: Tx, viewer: UserId, query: SearchQuery) => {
  const question = await understand(db, readQuestion(query.q))
  if (!question) return { items: [], next_cursor: null }
  const place = await placeOf(db, query.cursor)
  const chapter = await readChapter(
    db,
    question,
    filtersFor(viewer, { ...query, q: undefined }),
    place,
    query.limit + 1,
  )
  const page = chapter.found.slice(0, query.limit)
  const last = chapter.found.length > query.limit ? page.at(-1) : undefined
  const next: Place | undefined = last
    ? { ...place, behind: { id: last.id, score: last.score } }
    : chapter.from > 1
      ? { below: chapter.from, isFirst: false, behind: null }
      : undefined
  return {
    items: await showHits(db, question, page),
    next_cursor: next ? Buffer.from(JSON.stringify(next)).toString('base64url') : null,
  }
}

// How far a chapter reaches back, and how many tickets are enough to be ranked.
const reaches = [2_000, 20_000, 200_000, Infinity]
const enough = 200

const readChapter = async (
  db: Tx,
  question: Question,
  filters: readonly Expression<SqlBool>[],
  { below, isFirst, behind }: Place,
  limit: number,
) => {
  for (const reach of reaches) {
    const from = Math.max(1, below - reach)
    const candidates = db
      .selectFrom('ticket_documents as d')
      .innerJoin('tickets', 'tickets.id', 'd.ticket_id')
      .where((eb) => eb.and([fits(question, isFirst), ...filters]))
      .where('d.ticket_id', '>=', sql<TicketId>`${from}`)
      .where('d.ticket_id', '<', sql<TicketId>`${below}`)
      .groupBy('d.ticket_id')
      .select(['d.ticket_id as id', scoreOf(question).as('score')])
    const { rows } = await sql<Found & { candidates: number }>`
      with found as materialized (${candidates})
      select id, score, (select count(*) from found) as candidates from found
      ${behind ? sql`where (score, id) < (${behind.score}::float8, ${behind.id})` : sql``}
      order by score desc, id desc limit ${limit}`.execute(db)
    if (from === 1 || (rows[0]?.candidates ?? 0) >= enough) return { found: rows, from }
  }
  throw new Error('The last chapter reaches back to the first ticket.')
}

const text = sql<string>`(d.head || ' ' || d.said)`

const fits = (question: Question, isFirst: boolean) => {
  const { number, loose, identifiers, parts, words, operators } = question
  const byParts = operators === undefined && parts.some(isFindable)
  const byStems = loose !== null || (words.length === 0 && identifiers.length > 0)
  const ways = [
    ...(number !== undefined && isFirst ? [sql<SqlBool>`d.ticket_id = ${number}`] : []),
    ...(byStems
      ? [allOf([...(loose === null ? [] : [sql<SqlBool>`d.words @@ ${loose}::tsquery`]), ...identifiers.map(hasPart)])]
      : []),
    ...(byParts && parts.length > identifiers.length ? [allOf(parts.map(hasPart))] : []),
  ]
  const found = ways.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(ways, sql` or `)})`
  return number !== undefined && !isFirst ? sql<SqlBool>`(${found} and d.ticket_id <> ${number})` : found
}

const allOf = (conditions: readonly Expression<SqlBool>[]) => sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
const hasPart = (part: string) => sql<SqlBool>`${text} like ${likePart(part)}`

/** The number first; then by how well the words fit, the title's counting most; then what only has them as parts. */
const scoreOf = ({ number, exact, loose, parts }: Question) => {
  const named = sql`d.head like all (${parts.map(likePart)}::text[])`
  return sql<number>`max(
    ${number === undefined ? sql`0` : sql`case when d.ticket_id = ${number} then 100 else 0 end`}
    + ${exact === null ? sql`0` : sql`2 * ts_rank(d.words, ${exact}::tsquery)`}
    + ${loose === null ? sql`0` : sql`ts_rank(d.words, ${loose}::tsquery)`}
    + case when ${named} then 0.5 else 0 end
  )::float8`
}

const understand = async (db: Tx, asked: Asked): Promise<Question | undefined> => {
  const { words, operators, number, identifiers, parts } = asked
  const { rows } = await sql<Pick<Question, 'exact' | 'loose' | 'any'>>`
    select
      ${operators === undefined ? sql`search_query(${words}::text[], false, '&')` : web(operators)}::text as exact,
      ${operators === undefined ? sql`search_query(${words}::text[], true, '&')` : web(operators)}::text as loose,
      search_query(${parts}::text[], true, '|')::text as any`.execute(db)
  const [read] = rows
  if (!read) throw new Error('A question was read into nothing.')
  const isFound = read.loose !== null || number !== undefined || identifiers.length > 0
  const isPart = operators === undefined && parts.some(isFindable)
  return isFound || isPart ? { ...asked, ...read } : undefined
}

/** A web search that says what is wanted, and not only what is not: null if it does not. */
const web = (operators: string) => sql`(
  select case when querytree(q) not in ('', 'T') then q end
  from websearch_to_tsquery('desk', search_words(${operators})) q
)`

const placeOf = async (db: Tx, cursor: string | undefined): Promise<Place> => {
  if (cursor !== undefined) return readPlace(cursor)
  const newest = await db
    .selectFrom('tickets')
    .select(({ fn }) => fn.max<number | null>('id').as('id'))
    .executeTakeFirstOrThrow()
  return { below: (newest.id ?? 0) + 1, isFirst: true, behind: null }
}

const readPlace = (cursor: string) => {
  const read = CursorText.pipe(Place).safeParse(cursor)
  if (read.success) return read.data
  throw new Problem(
    'bad_request',
    'Send a cursor as it was answered, with the same question, or leave it out to begin anew.',
    {
      errors: { cursor: 'This is no cursor of this search.' },
    },
  )
}

const Place = z.strictObject({
  below: z.int().positive(),
  isFirst: z.boolean(),
  behind: z.strictObject({ id: TicketId, score: z.number() }).nullable(),
})
