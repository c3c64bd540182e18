import type { Ticket, TicketChanges } from '@livedesk/events'
import type { PostedTicketMessage } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { useOfferUndo } from '../ui/undo.ts'
import { editedFields } from './merge-edit.ts'
import { editOf } from './ticket-forecasts.ts'
import { useFieldWords } from './use-field-words.ts'
import { useTakeBack } from './use-take-back.ts'

/** Offers to take back what was just sent: the message, and with it what it did to the ticket. */
export const useOfferTakeBack = (ticket: Ticket) => {
  const { t } = useTranslation('composer')
  const { me } = useDirectory()
  const { editWords } = useFieldWords()
  const offerUndo = useOfferUndo()
  const takeBack = useTakeBack()

  return ({ message }: PostedTicketMessage, changes: TicketChanges, onTaken: () => void) => {
    const edit = editOf(ticket, changes, me.id)
    const sent = t(`takeBack.${message.kind}`, { id: ticket.id })
    offerUndo({
      said: editedFields(edit).length > 0 ? `${sent} · ${editWords(edit)}` : sent,
      undo: async () => {
        const kept = await takeBack(message)
        if (kept === undefined) onTaken()
        return kept
      },
    })
  }
}
