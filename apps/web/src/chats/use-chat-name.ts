import type { Chat } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'

/** What a chat is called by one of its members: a direct one by the other person. */
export const useChatName = () => {
  const { t } = useTranslation('chats')
  const { me, person } = useDirectory()
  return (chat: Chat) => {
    if (chat.kind !== 'direct') return chat.title ?? t('kind.group')
    const other = chat.member_ids.find((id) => id !== me.id) ?? me.id
    return person(other)?.name ?? t('someone')
  }
}
