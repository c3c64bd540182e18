import type { Ticket } from '@livedesk/events'
import { CloseButton, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MessageBones } from '../ui/MessageBones.tsx'
import { pageProblem } from '../ui/page-problem.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { Problem } from '../ui/Problem.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { useMessageScroll } from '../ui/use-message-scroll.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { ConversationMessage } from './ConversationMessage.tsx'
import classes from './TicketPeek.module.css'
import { useConversationInfiniteQuery } from './tickets-api.ts'

type Props = { readonly ticket: Ticket; readonly onClose: () => void }

/** What has been said about the ticket under the keyboard, beside the list, which keeps the keyboard. Nobody sees that one peeks. */
export const TicketPeek = ({ ticket, onClose }: Props) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const conversation = useConversationInfiniteQuery(ticket.id)
  const problem = pageProblem(conversation)
  const messages = conversation.data?.pages.flatMap((page) => page.items) ?? []
  const { scroller, onScroll } = useMessageScroll(messages.map((message) => message.id))

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
      <div
        ref={scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('messages')}
        className={classes['said']}
      >
        {!conversation.data && !problem && <MessageBones />}
        {problem && (
          <Problem title={t('failed.conversation')} detail={sentence(problem.error)} onRetry={problem.retry} />
        )}
        <ol className={classes['messages']}>
          {messages.map((message) => (
            <ConversationMessage key={message.id} message={message} requester={ticket.requester} sought={false} />
          ))}
        </ol>
      </div>
    </section>
  )
}
