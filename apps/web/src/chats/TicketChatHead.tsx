import type { ChatSummary } from '@livedesk/resources'
import { Popover, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { ChatMembers } from './ChatMembers.tsx'
import classes from './TicketChat.module.css'

const shownFaces = 6

/** Who is in a ticket's chat. */
export const TicketChatHead = ({ chat }: { readonly chat: ChatSummary }) => {
  const { t } = useTranslation('chats')
  const { person } = useDirectory()
  return (
    <Popover position="bottom-start" width={270} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes['head']}>
          <span className={classes['faces']}>
            {chat.member_ids.slice(0, shownFaces).map((id) => (
              <Avatar key={id} name={person(id)?.name ?? '?'} seed={`${id}`} size="small" />
            ))}
          </span>
          {t('members', { count: chat.member_ids.length })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('membersTitle')}>
        <ChatMembers chat={chat} />
      </Popover.Dropdown>
    </Popover>
  )
}
