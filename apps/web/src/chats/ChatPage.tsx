import type { ChatId } from '@livedesk/events'
import { ActionIcon, Button, Popover, Title } from '@mantine/core'
import { IconArrowLeft, IconMessageOff, IconTicket, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { ChatMembers } from './ChatMembers.tsx'
import classes from './ChatPage.module.css'
import { ChatPicture } from './ChatPicture.tsx'
import { ChatRoom } from './ChatRoom.tsx'
import { useChatsQuery } from './chats-api.ts'
import { useChatName } from './use-chat-name.ts'

type Props = { readonly chatId: ChatId; readonly onClose: () => void }

/** One chat that the person is in. */
export const ChatPage = ({ chatId, onClose }: Props) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const chatName = useChatName()
  const { me } = useDirectory()
  const { data, error, refetch } = useChatsQuery(me.id)
  const chat = data?.items.find(({ id }) => id === chatId)
  useCommands({ back: onClose })

  if (error && !data)
    return <Problem title={t('failed.messages')} detail={sentence(error)} onRetry={() => void refetch()} />
  if (!data) return <MessageBones />
  if (!chat) {
    return (
      <EmptyState icon={IconMessageOff} title={t('notIn')}>
        <p>{t('notInNext')}</p>
        <Button variant="default" onClick={onClose}>
          {t('back')}
        </Button>
      </EmptyState>
    )
  }

  const name = chatName(chat)
  return (
    <article aria-label={name} className={classes['page']}>
      <title>{`${name} · Livedesk`}</title>
      <header className={classes['header']}>
        <ActionIcon className={classes['back']} aria-label={t('back')} onClick={onClose}>
          <IconArrowLeft aria-hidden size={18} />
        </ActionIcon>
        <ChatPicture chat={chat} name={name} size="small" />
        <Title order={1} className={classes['name']}>
          {name}
        </Title>
        {chat.ticket_id !== null && (
          <Button
            component={Link}
            to={`/tickets/${chat.ticket_id}`}
            variant="subtle"
            leftSection={<IconTicket aria-hidden size={16} />}
          >
            #{chat.ticket_id}
          </Button>
        )}
        {chat.kind !== 'direct' && (
          <Popover position="bottom-end" width={280} trapFocus returnFocus>
            <Popover.Target>
              <Button variant="subtle" color="gray" leftSection={<IconUsers aria-hidden size={16} />}>
                {t('members', { count: chat.member_ids.length })}
              </Button>
            </Popover.Target>
            <Popover.Dropdown aria-label={t('membersTitle')}>
              <ChatMembers chat={chat} />
            </Popover.Dropdown>
          </Popover>
        )}
      </header>
      <ChatRoom chat={chat} />
    </article>
  )
}
