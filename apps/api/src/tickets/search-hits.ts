import type { RequesterId, TicketId, TicketMessage, UserId } from '@livedesk/events'
import type { SearchHit } from '@livedesk/resources'
import { type Expression, sql } from 'kysely'
import type { Tx } from '../live/outbox.ts'
import { authorOf } from './messages.ts'
import { selectTickets } from './queries.ts'
import { excerpt, HIT_BEGINS, HIT_ENDS, mark } from './search-marks.ts'
import { isFindable, likePart, type Question } from './search-words.ts'

/** Tickets as an answer shows them, in the given order: what was found is marked, in them and in their best messages. */
export const showHits = async (
  db: Tx,
  question: Question,
  found: readonly { readonly id: TicketId }[],
): Promise<SearchHit[]> => {
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const tickets = new Map((await readTickets(db, question, ids)).map((row) => [row.ticket.id, row]))
  const messages = Map.groupBy(await readMessages(db, question, ids), ({ ticket_id }) => ticket_id)
  const parts = question.parts.filter(isFindable)
  return ids.flatMap((id) => {
    const row = tickets.get(id)
    if (!row) return []
    const { ticket, title, name, email, tags } = row
    return {
      ticket,
      title: mark(ticket.title, title, parts),
      requester: { name: mark(ticket.requester.name, name, parts), email: mark(ticket.requester.email, email, parts) },
      tags: ticket.tags
        .map((tag, index) => mark(tag, tags[index] ?? tag, parts))
        .filter((tag) => tag.some(({ hit }) => hit)),
      messages: (messages.get(id) ?? []).map(({ body, headline, author_id, requester_id, ...message }) => ({
        ...message,
        author: authorOf(author_id, requester_id),
        excerpt: excerpt(body, headline, parts),
      })),
    }
  })
}

const readTickets = async (db: Tx, { any }: Question, ids: readonly TicketId[]) => {
  const rows = await selectTickets(db)
    .where('tickets.id', 'in', ids)
    .select((row) => [
      headline(row.ref('tickets.title'), any).as('marked_title'),
      headline(row.ref('requesters.name'), any).as('marked_name'),
      headline(row.ref('requesters.email'), any).as('marked_email'),
      // No tag has a comma.
      headline(sql<string>`array_to_string(tickets.tags, ',')`, any).as('marked_tags'),
    ])
    .execute()
  return rows.map(({ marked_title: title, marked_name: name, marked_email: email, marked_tags, ...ticket }) => ({
    ticket,
    title,
    name,
    email,
    tags: marked_tags.split(','),
  }))
}

type FoundMessage = Omit<TicketMessage, 'author'> & {
  readonly author_id: UserId | null
  readonly requester_id: RequesterId | null
  readonly headline: string
}

const readMessages = async (db: Tx, { any, identifiers, parts }: Question, ids: readonly TicketId[]) => {
  const said = identifiers.length === 0 ? sql`fold_case(body)` : sql`fold_case(body) || ' ' || search_identifiers(body)`
  const literal = parts.filter(isFindable).map(likePart)
  const { rows } = await sql<FoundMessage>`
    select best.*, ${headline(sql.ref('best.body'), any)} as headline
    from unnest(${ids}::bigint[]) found (id), lateral (
      select id, ticket_id, kind, author_id, requester_id, body, created_at
      from ticket_messages, to_tsvector('desk', search_words(body)) words,
        lateral (select ${said} like any (${literal}::text[]) as is_literal) literally
      where ticket_id = found.id and (${any === null ? sql`false` : sql`words @@ ${any}::tsquery`} or is_literal)
      order by ${any === null ? sql`0` : sql`ts_rank(words, ${any}::tsquery)`} + is_literal::int desc, id desc
      limit 3
    ) best`.execute(db)
  return rows
}

/** The same text, character for character, with marks around what is looked for. */
const headline = (text: Expression<string>, any: string | null) =>
  any === null
    ? sql<string>`${text}`
    : sql<string>`ts_headline('desk', search_words(${text}), ${any}::tsquery, ${`HighlightAll=true, StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}`})`
