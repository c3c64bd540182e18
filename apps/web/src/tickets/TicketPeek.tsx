import type { Ticket } from '@livedesk/events'
import { CloseButton, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { ConversationLog } from './ConversationLog.tsx'
import classes from './TicketPeek.module.css'
import { useConversationLog } from './use-conversation-log.ts'

type Props = { readonly ticket: Ticket; readonly onClose: () => void }

/** What has been said about the ticket under the keyboard, beside the list, which keeps the keyboard. Nobody sees that one peeks. */
export const TicketPeek = ({ ticket, onClose }: Props) => {
  const { t } = useTranslation('tickets')
  const log = useConversationLog(ticket.id)

  return (
    <section aria-label={t('peek.label', { id: ticket.id })} className={classes['peek']}>
      <header className={classes['head']}>
        <Title order={2} className={classes['title']}>
          <span className={classes['number']}>#{ticket.id}</span> {ticket.title}
        </Title>
        <CloseButton size="sm" aria-label={t('peek.close')} onClick={onClose} />
      </header>
      <p className={classes['facts']}>
        <StatusBadge status={ticket.status} />
        <PriorityBadge priority={ticket.priority} />
        {ticket.requester.name}
      </p>
      <ConversationLog log={log} ticket={ticket} />
    </section>
  )
}
