import type { ChatId } from '@livedesk/events'
import { ActionIcon, Title, Tooltip } from '@mantine/core'
import { IconMessages, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { ChatRow } from './ChatRow.tsx'
import classes from './ChatList.module.css'
import { useChatsQuery } from './chats-api.ts'
import { NewChatDialog } from './NewChatDialog.tsx'

type Props = {
  readonly openId: ChatId | undefined
  readonly leading?: ReactNode
  readonly onOpen: (chatId: ChatId) => void
}

/** The chats a person is in, last spoken in first. */
export const ChatList = ({ openId, leading, onOpen }: Props) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const { me } = useDirectory()
  const { data, error, refetch } = useChatsQuery(me.id)
  const [starting, setStarting] = useState(false)

  const open = (chatId: ChatId) => {
    setStarting(false)
    onOpen(chatId)
  }

  return (
    <section aria-label={t('title')} className={classes['list']}>
      <header className={classes['header']}>
        {leading}
        <Title order={openId === undefined ? 1 : 2} className={classes['name']}>
          {t('title')}
        </Title>
        <Tooltip label={t('new.title')}>
          <ActionIcon variant="filled" color="ink" aria-label={t('new.title')} onClick={() => setStarting(true)}>
            <IconPlus aria-hidden size={17} />
          </ActionIcon>
        </Tooltip>
      </header>
      {error && !data && <Problem title={t('failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <MessageBones />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconMessages} title={t('none')}>
          <p>{t('noneNext')}</p>
        </EmptyState>
      )}
      <ul aria-label={t('title')} className={classes['rows']}>
        {data?.items.map((chat) => (
          <ChatRow key={chat.id} chat={chat} open={chat.id === openId} />
        ))}
      </ul>
      <NewChatDialog opened={starting} onClose={() => setStarting(false)} onOpen={open} />
    </section>
  )
}
