import type { UserId } from '@livedesk/events'
import type { ChatSummary } from '@livedesk/resources'
import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { IconDoorExit, IconUserMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './ChatMembers.module.css'
import { useAddChatMemberMutation, useRemoveChatMemberMutation } from './chats-api.ts'

/** Who is in a chat; takes people in and out, oneself too. */
export const ChatMembers = ({ chat }: { readonly chat: ChatSummary }) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const { me, people, person } = useDirectory()
  const [add, adding] = useAddChatMemberMutation()
  const [remove, removing] = useRemoveChatMemberMutation()
  const error = adding.error ?? removing.error
  const others = people.filter((user) => user.active && !chat.member_ids.includes(user.id))

  return (
    <div className={classes['members']}>
      <ul aria-label={t('membersTitle')}>
        {chat.member_ids.map((id) => {
          const name = person(id)?.name ?? t('someone')
          return (
            <li key={id}>
              <Avatar name={name} seed={`${id}`} />
              <span>{id === me.id ? t('nameYou', { name }) : name}</span>
              {id !== me.id && (
                <Tooltip label={t('remove', { name })}>
                  <ActionIcon
                    size="sm"
                    aria-label={t('remove', { name })}
                    onClick={() => void remove({ chat_id: chat.id, user_id: id })}
                  >
                    <IconUserMinus aria-hidden size={15} />
                  </ActionIcon>
                </Tooltip>
              )}
            </li>
          )
        })}
      </ul>
      {error && <Problem title={t('failed.members')} detail={sentence(error)} />}
      <Select<UserId>
        aria-label={t('add')}
        placeholder={t('add')}
        searchable
        nothingFoundMessage={t('noOne')}
        comboboxProps={{ withinPortal: false }}
        data={others.map((user) => ({ value: user.id, label: user.name }))}
        value={null}
        onChange={(userId) => userId !== null && void add({ chat_id: chat.id, user_id: userId })}
      />
      <Button
        variant="subtle"
        color="gray"
        justify="start"
        leftSection={<IconDoorExit aria-hidden size={16} />}
        onClick={() => void remove({ chat_id: chat.id, user_id: me.id })}
      >
        {t('leave')}
      </Button>
    </div>
  )
}
