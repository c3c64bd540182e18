import { Ticket, TicketMessage } from '@livedesk/events'
import { z } from 'zod'

/** A text in pieces, in order: `hit` are those that were looked for. It is text, never mark-up. */
export const MarkedText = z.array(z.object({ text: z.string(), hit: z.boolean() }))
export type MarkedText = z.output<typeof MarkedText>

/** A message in which something was found; `excerpt` is the part of it that says most of what was looked for. */
export const FoundMessage = TicketMessage.omit({ body: true, content: true }).extend({
  excerpt: MarkedText,
})
export type FoundMessage = z.output<typeof FoundMessage>

/** A ticket that was found, and the up to three messages of it that fit best: none if only the ticket itself fits. */
export const SearchHit = z.object({
  ticket: Ticket,
  title: MarkedText,
  requester: z.object({ name: MarkedText, email: MarkedText }),
  /** Those of its tags in which something was found. */
  tags: z.array(MarkedText),
  messages: z.array(FoundMessage).max(3),
})
export type SearchHit = z.output<typeof SearchHit>

/** `GET /api/search`: tickets and what was said in them, the best first. `next_cursor` is null when there are no more. */
export const SearchPage = z.object({ items: z.array(SearchHit), next_cursor: z.string().nullable() })
export type SearchPage = z.output<typeof SearchPage>
