import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './ConversationLog.module.css'
import { ConversationMessage } from './ConversationMessage.tsx'
import { MergedConversation } from './MergedConversation.tsx'
import type { useConversationLog } from './use-conversation-log.ts'
import { useRequesters } from './use-requesters.ts'

type Props = {
  readonly log: ReturnType<typeof useConversationLog>
  readonly ticket: Ticket
  /** The message that the person came for. */
  readonly sought?: number
}

/** Replies and notes, from the first to the last. */
export const ConversationLog = ({ log, ticket, sought }: Props) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const requesterOf = useRequesters(ticket)
  const { messages, isLoaded, problem, scroller, onScroll } = log

  return (
    <div
      ref={scroller}
      onScroll={onScroll}
      tabIndex={0}
      role="log"
      aria-label={t('messages')}
      className={classes['scroller']}
    >
      {!isLoaded && !problem && <MessageBones />}
      {problem && <Problem title={t('failed.conversation')} detail={sentence(problem.error)} onRetry={problem.retry} />}
      {ticket.took_in.map((id) => (
        <MergedConversation key={id} ticketId={id} />
      ))}
      <ol className={classes['messages']}>
        {messages.map((message) => (
          <ConversationMessage
            key={message.id}
            message={message}
            requester={requesterOf(message)}
            sought={message.id === sought}
          />
        ))}
      </ol>
    </div>
  )
}
