import type { ChatSummary } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { ChatPicture } from './ChatPicture.tsx'
import classes from './ChatRow.module.css'
import { useChatName } from './use-chat-name.ts'

type Props = { readonly chat: ChatSummary; readonly open: boolean }

/** One chat: who or what it is, what was said last, and how much of it is unread. */
export const ChatRow = ({ chat, open }: Props) => {
  const { t } = useTranslation('chats')
  const { me, person } = useDirectory()
  const name = useChatName()(chat)
  const last = chat.last_message

  const said = () => {
    if (!last) return t('silent')
    const author = last.author_id === me.id ? t('you') : person(last.author_id)?.name
    return chat.kind === 'direct' && last.author_id !== me.id ? last.body : `${author ?? t('someone')}: ${last.body}`
  }

  return (
    <li>
      <Link
        to={`/chats/${chat.id}`}
        aria-current={open || undefined}
        className={classes['row']}
        data-unread={chat.unread_count > 0 || undefined}
      >
        <ChatPicture chat={chat} name={name} />
        <span className={classes['name']}>{name}</span>
        {last && <RelativeTime moment={last.created_at} className={classes['time']} />}
        <span className={classes['said']}>{said()}</span>
        {chat.unread_count > 0 && (
          <span className={classes['count']} role="img" aria-label={t('unread', { count: chat.unread_count })}>
            {chat.unread_count}
          </span>
        )}
      </Link>
    </li>
  )
}
