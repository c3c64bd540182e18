import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Behind } from '../ui/Behind.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import { pageProblem } from '../ui/page-problem.ts'
import { Problem } from '../ui/Problem.tsx'
import { useAllPages } from '../ui/use-all-pages.ts'
import { useMessageScroll } from '../ui/use-message-scroll.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { Composer } from './Composer.tsx'
import classes from './Conversation.module.css'
import { ConversationMessage } from './ConversationMessage.tsx'
import { useConversationInfiniteQuery } from './tickets-api.ts'

/** Replies and notes of a ticket, from the first to the last, and where the next one is written. */
export const Conversation = ({ ticket }: { readonly ticket: Ticket }) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const conversation = useConversationInfiniteQuery(ticket.id)
  const { data } = conversation
  const problem = pageProblem(conversation)
  useAllPages(conversation)
  const sought = Number(useSearchParams()[0].get('message'))
  const messages = data?.pages.flatMap((page) => page.items) ?? []
  const { scroller, onScroll, toEnd, behind } = useMessageScroll(messages.map((message) => message.id))

  return (
    <section aria-label={t('conversation')} className={classes['conversation']}>
      <div
        ref={scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('messages')}
        className={classes['scroller']}
      >
        {!data && !problem && <MessageBones />}
        {problem && (
          <Problem title={t('failed.conversation')} detail={sentence(problem.error)} onRetry={problem.retry} />
        )}
        <ol className={classes['messages']}>
          {messages.map((message) => (
            <ConversationMessage
              key={message.id}
              message={message}
              requester={ticket.requester}
              sought={message.id === sought}
            />
          ))}
        </ol>
      </div>
      <Behind count={behind} onShow={toEnd} />
      <Composer key={ticket.id} ticket={ticket} onSent={toEnd} />
    </section>
  )
}
