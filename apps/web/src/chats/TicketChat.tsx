import type { ChatId } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useDirectory } from '../ui/directory.ts'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { ChatRoom } from './ChatRoom.tsx'
import { useAddChatMemberMutation, useChatsQuery } from './chats-api.ts'
import classes from './TicketChat.module.css'
import { TicketChatHead } from './TicketChatHead.tsx'

/** The desk's own talk beside one ticket. Whoever is not in it may join. */
export const TicketChat = ({ chatId }: { readonly chatId: ChatId }) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const { me } = useDirectory()
  const { data, error, refetch } = useChatsQuery(me.id)
  const [add, joining] = useAddChatMemberMutation()
  const chat = data?.items.find(({ id }) => id === chatId)

  if (error && !data)
    return <Problem title={t('failed.messages')} detail={sentence(error)} onRetry={() => void refetch()} />
  if (!data) return <MessageBones />
  if (!chat) {
    return (
      <EmptyState icon={IconMessagePlus} title={t('join.title')}>
        <p>{t('join.why')}</p>
        {joining.error && <Problem title={t('failed.members')} detail={sentence(joining.error)} />}
        <Button loading={joining.isLoading} onClick={() => void add({ chat_id: chatId, user_id: me.id })}>
          {t('join.do')}
        </Button>
      </EmptyState>
    )
  }

  return (
    <section aria-label={t('kind.ticket')} className={classes['chat']}>
      <TicketChatHead chat={chat} />
      <ChatRoom chat={chat} />
    </section>
  )
}
