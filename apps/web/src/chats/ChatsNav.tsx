import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { RailLink } from '../ui/RailLink.tsx'
import { useChatsQuery } from './chats-api.ts'
import { ChatPicture } from './ChatPicture.tsx'
import { useChatName } from './use-chat-name.ts'

const shownChats = 8

/** All chats, and those last spoken in, with what is unread in each. */
export const ChatsNav = () => {
  const { t } = useTranslation('chats')
  const { pathname } = useLocation()
  const chatName = useChatName()
  const { me } = useDirectory()
  const { data } = useChatsQuery(me.id)
  const chats = data?.items ?? []
  const unread = chats.reduce((sum, chat) => sum + chat.unread_count, 0)

  return (
    <nav aria-label={t('title')}>
      <RailLink
        to="/chats"
        icon={<IconMessages aria-hidden size={16} stroke={1.75} />}
        label={t('title')}
        count={unread || undefined}
        unread
        current={pathname === '/chats'}
      />
      {chats.slice(0, shownChats).map((chat) => (
        <RailLink
          key={chat.id}
          to={`/chats/${chat.id}`}
          icon={<ChatPicture chat={chat} name={chatName(chat)} size="small" />}
          label={chatName(chat)}
          count={chat.unread_count || undefined}
          unread
          current={pathname === `/chats/${chat.id}`}
        />
      ))}
    </nav>
  )
}
