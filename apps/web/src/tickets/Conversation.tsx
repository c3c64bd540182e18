import type { Ticket } from '@livedesk/events'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Behind } from '../ui/Behind.tsx'
import { Contained } from '../ui/Contained.tsx'
import { Composer } from './Composer.tsx'
import classes from './Conversation.module.css'
import { ConversationLog } from './ConversationLog.tsx'
import { MergedEnd } from './MergedEnd.tsx'
import { useConversationLog } from './use-conversation-log.ts'
import { useSeen } from './use-seen.ts'

type Props = { readonly ticket: Ticket; readonly onClose: () => void }

/** Replies and notes of a ticket, and where the next one is written. */
export const Conversation = ({ ticket, onClose }: Props) => {
  const { t } = useTranslation('tickets')
  const log = useConversationLog(ticket.id)
  const [opened] = useState({ count: ticket.message_count })
  const lastSeen = useSeen(log, opened)
  const sought = Number(useSearchParams()[0].get('message'))

  return (
    <section aria-label={t('conversation')} className={classes['conversation']}>
      <Contained>
        <ConversationLog log={log} ticket={ticket} sought={sought} />
      </Contained>
      <Behind count={log.behind} onShow={log.toEnd} />
      {ticket.merged_into === null ? (
        <Contained>
          <Composer key={ticket.id} ticket={ticket} lastSeen={lastSeen} onSent={log.toEnd} onLast={onClose} />
        </Contained>
      ) : (
        <MergedEnd ticketId={ticket.id} into={ticket.merged_into} />
      )}
    </section>
  )
}
