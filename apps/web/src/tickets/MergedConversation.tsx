import type { TicketId } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { MessageBones } from '../ui/MessageBones.tsx'
import { pageProblem } from '../ui/page-problem.ts'
import { Problem } from '../ui/Problem.tsx'
import { useAllPages } from '../ui/use-all-pages.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { ConversationMessage } from './ConversationMessage.tsx'
import classes from './MergedConversation.module.css'
import { TicketLink } from './TicketLink.tsx'
import { useConversationInfiniteQuery, useTicketQuery } from './tickets-api.ts'

/** What was said in a duplicate before it was merged, with where it comes from; and in those that it had taken in itself. */
export const MergedConversation = ({ ticketId }: { readonly ticketId: TicketId }) => {
  const { t } = useTranslation(['ticket', 'tickets'])
  const sentence = useSentence()
  const { data: ticket } = useTicketQuery(ticketId)
  const conversation = useConversationInfiniteQuery(ticketId)
  useAllPages(conversation)
  const problem = pageProblem(conversation)

  return (
    <details open className={classes['merged']}>
      <summary className={classes['origin']}>
        {t('links.from')} <TicketLink ticketId={ticketId} title={ticket?.title} />
      </summary>
      {problem && (
        <Problem title={t('tickets:failed.conversation')} detail={sentence(problem.error)} onRetry={problem.retry} />
      )}
      {!problem && !(ticket && conversation.data) && <MessageBones />}
      {ticket?.took_in.map((id) => (
        <MergedConversation key={id} ticketId={id} />
      ))}
      <ol className={classes['messages']}>
        {ticket &&
          conversation.data?.pages
            .flatMap(({ items }) => items)
            .map((message) => (
              <ConversationMessage key={message.id} message={message} requester={ticket.requester} sought={false} />
            ))}
      </ol>
    </details>
  )
}
