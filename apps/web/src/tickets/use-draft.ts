import type { TicketId, TicketMessageKind } from '@livedesk/events'
import { useStoredText } from '../ui/stored-text.ts'
import { randomKey } from '../ui/random-key.ts'
import { draftPlace, readDraft } from './draft.ts'

/**
 * A draft kept in this browser letter by letter. It survives reloads and sign-outs, and is the same in every tab: what
 * one tab has sent, no other offers to send again.
 */
export const useDraft = (ticketId: TicketId, kind: TicketMessageKind) => {
  const [stored, store] = useStoredText(draftPlace(ticketId, kind))
  return {
    draft: readDraft(stored),
    write: (body: string) => store(body === '' ? null : JSON.stringify({ body, key: randomKey() })),
    clear: () => store(null),
  }
}
