import { type CannedReply, type Ticket, TicketChanges, type TicketMessageKind } from '@livedesk/events'
import { fillPlaceholders } from '@livedesk/resources'
import { notifications } from '@mantine/notifications'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { useStored } from '../ui/use-stored.ts'
import type { WritingField } from '../writing/written.ts'
import { editOf } from './ticket-forecasts.ts'
import { useChangeTickets } from './use-change-tickets.ts'

/** The changes that go with a draft, which canned replies bring along with their words. */
export const useChangesToGo = (ticket: Ticket, kind: TicketMessageKind, field: RefObject<WritingField | null>) => {
  const { t } = useTranslation('tickets')
  const { me } = useDirectory()
  const { change, refusal } = useChangeTickets()
  const [changes, setChanges] = useStored(
    `livedesk.draft-changes.ticket.${ticket.id}.${kind}`,
    TicketChanges,
    noChanges,
  )

  const changeNow = async (wanted: TicketChanges) => {
    const edit = editOf(ticket, wanted, me.id)
    const refusals = (await change([{ seen: ticket, edit }])).flatMap((answer) => refusal(answer) ?? [])
    if (refusals.length > 0) notifications.show({ color: 'red', title: t('failed.save'), message: refusals.join(' ') })
  }

  return {
    changes,
    /** Puts the words of a canned reply where the caret is, its gaps filled, and its changes beside them. */
    take: (canned: CannedReply) => {
      // What says nothing is done at once, and can be undone.
      if (canned.body === '') return void changeNow(canned.changes)
      field.current?.insert(fillPlaceholders(canned.body, { ticket, agent: me }))
      setChanges({ ...changes, ...canned.changes })
    },
    /** Puts changes there again. */
    restore: (again: TicketChanges) => setChanges({ ...again, ...changes }),
    leave: () => Object.keys(changes).length > 0 && setChanges(noChanges),
  }
}

const noChanges: TicketChanges = {}
