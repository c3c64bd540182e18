import type { TicketId, TicketLinkKind } from '@livedesk/events'
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import classes from './LinksField.module.css'
import { TicketLink } from './TicketLink.tsx'
import { useTicketQuery } from './tickets-api.ts'

type Props = {
  readonly ticketId: TicketId
  readonly kind: TicketLinkKind | 'took_in'
  /** What taking it away is called. */
  readonly remove: string
  readonly onRemove: () => void
}

/** Another ticket that this one has something to do with, as it is now. */
export const LinkedTicket = ({ ticketId, kind, remove, onRemove }: Props) => {
  const { t } = useTranslation('ticket')
  const { data: ticket } = useTicketQuery(ticketId)

  return (
    <li className={classes['linked']}>
      <span className={classes['kind']}>{t(`links.${kind}`)}</span>
      <TicketLink ticketId={ticketId} title={ticket?.title} />
      <ActionIcon size="sm" aria-label={remove} title={remove} onClick={onRemove}>
        <IconX aria-hidden size={14} />
      </ActionIcon>
      {ticket && (
        <span className={classes['status']}>
          <StatusBadge status={ticket.status} />
        </span>
      )}
    </li>
  )
}
