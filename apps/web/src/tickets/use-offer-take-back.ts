import type { Ticket, TicketChanges, TicketMessageKind } from '@livedesk/events'
import type { PostedTicketMessage } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { isWaiting, type Waits } from '../server/lasting.ts'
import type { KeptWork } from '../server/outbox.ts'
import { useOutbox } from '../server/use-outbox.ts'
import { useDirectory } from '../ui/directory.ts'
import { useOfferUndo } from '../ui/undo.ts'
import { editedFields } from './merge-edit.ts'
import { editOf } from './ticket-forecasts.ts'
import { TicketWords } from './tickets-api.ts'
import { useFieldWords } from './use-field-words.ts'
import { useTakeBack } from './use-take-back.ts'
import { useWordsAgain } from './use-words-again.ts'

/** Offers to take back what was just sent: the message, and with it what it did to the ticket. */
export const useOfferTakeBack = (ticket: Ticket) => {
  const { t } = useTranslation('composer')
  const { me } = useDirectory()
  const { editWords } = useFieldWords()
  const offerUndo = useOfferUndo()
  const takeBack = useTakeBack()
  const { outbox } = useOutbox()
  const wordsAgain = useWordsAgain()

  /** The desk may have it by now: whether it can still be taken back, it says. */
  const takeBackUnsent = (work: KeptWork | undefined) => {
    const words = TicketWords.safeParse(work?.arg).data
    if (!work || !words) return t('takeBack.late')
    outbox.withdraw(work)
    wordsAgain(words)
    return undefined
  }

  return (
    posted: PostedTicketMessage | Waits,
    kind: TicketMessageKind,
    changes: TicketChanges,
    onTaken: () => void,
  ) => {
    const waits = isWaiting(posted) ? outbox.all.find(({ id }) => id === posted.waits) : undefined
    const edit = editOf(ticket, changes, me.id)
    const sent = t(waits ? `takeBack.waits.${kind}` : `takeBack.${kind}`, { id: ticket.id })
    offerUndo({
      said: editedFields(edit).length > 0 ? `${sent} · ${editWords(edit)}` : sent,
      undo: async () => {
        const kept = isWaiting(posted) ? takeBackUnsent(waits) : await takeBack(posted.message)
        if (kept === undefined) onTaken()
        return kept
      },
    })
  }
}
