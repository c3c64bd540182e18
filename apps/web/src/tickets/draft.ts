import type { TicketId, TicketMessageKind } from '@livedesk/events'
import { z } from 'zod'
import { randomKey } from '../ui/random-key.ts'

/** What someone has written and not sent. `key` makes a retry of the same words post once; other words get another. */
export const Draft = z.object({ body: z.string(), key: z.string() })
export type Draft = z.output<typeof Draft>

export const emptyDraft: Draft = { body: '', key: '' }

/** Where a ticket's draft is kept in this browser: replies and notes apart. */
export const draftPlace = (ticketId: TicketId, kind: TicketMessageKind) => `livedesk.draft.${ticketId}.${kind}`

/** Reads a draft as it was stored; what cannot be read as one is kept as its words, rather than thrown away. */
export const readDraft = (stored: string | null): Draft => {
  if (stored === null) return emptyDraft
  try {
    return Draft.parse(JSON.parse(stored))
  } catch {
    return { body: stored, key: randomKey() }
  }
}
