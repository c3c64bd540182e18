import type { ChatSummary } from '@livedesk/resources'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProvisional } from '../server/foretell.ts'
import { Behind } from '../ui/Behind.tsx'
import { useDirectory } from '../ui/directory.ts'
import { MessageBones } from '../ui/MessageBones.tsx'
import { pageProblem } from '../ui/page-problem.ts'
import { Problem } from '../ui/Problem.tsx'
import { useMessageScroll } from '../ui/use-message-scroll.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { ChatComposer } from './ChatComposer.tsx'
import { ChatLineItem } from './ChatLineItem.tsx'
import { chatLines } from './chat-lines.ts'
import classes from './ChatRoom.module.css'
import { useChatMessagesInfiniteQuery } from './chats-api.ts'
import { TypingLine } from './TypingLine.tsx'
import { useReadMark } from './use-read-mark.ts'

// How near the top an older page is asked for, in pixels.
const nearTop = 400

/** What is said in a chat: the newest in sight, older ones above as far as one scrolls. */
export const ChatRoom = ({ chat }: { readonly chat: ChatSummary }) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const { me } = useDirectory()
  // Where the reader was when they came; nothing was new to them if all was read.
  const [readUpTo] = useState(chat.unread_count > 0 ? chat.read_up_to : undefined)
  const pages = useChatMessagesInfiniteQuery(chat.id)
  const { data, isFetching, hasNextPage, fetchNextPage } = pages
  const problem = pageProblem(pages)
  const messages = data?.pages.toReversed().flatMap((page) => page.items) ?? []
  const { scroller, onScroll, toEnd, behind } = useMessageScroll(messages.map((message) => message.id))
  useReadMark(chat, behind === 0 ? messages.findLast((message) => !isProvisional(message)) : undefined)

  const loadOlder = () => {
    if (hasNextPage && !isFetching && !problem && (scroller.current?.scrollTop ?? 0) < nearTop) void fetchNextPage()
  }
  // A page that does not fill the screen gives nothing to scroll.
  useEffect(() => loadOlder())

  return (
    <div className={classes['room']}>
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-label={t('messages')}
        className={classes['scroller']}
        onScroll={() => {
          onScroll()
          loadOlder()
        }}
      >
        {problem && <Problem title={t('failed.messages')} detail={sentence(problem.error)} onRetry={problem.retry} />}
        {!data && !problem && <MessageBones />}
        {data && messages.length === 0 && <p className={classes['silent']}>{t('silentNext')}</p>}
        <ol className={classes['lines']}>
          {chatLines(messages, readUpTo, me.id).map((line) => (
            <ChatLineItem
              key={line.kind === 'message' ? line.message.id : line.kind === 'day' ? line.moment : 'new'}
              line={line}
            />
          ))}
        </ol>
      </div>
      <Behind count={behind} onShow={toEnd} />
      <TypingLine chatId={chat.id} />
      <ChatComposer chatId={chat.id} onSent={toEnd} />
    </div>
  )
}
