import type { Chat } from '@livedesk/events'
import { IconTicket, IconUsers } from '@tabler/icons-react'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import classes from './ChatPicture.module.css'

type Props = { readonly chat: Chat; readonly name: string; readonly size?: 'small' | 'large' }

/** A chat at a glance: the other person, or what kind of chat it is. */
export const ChatPicture = ({ chat, name, size = 'large' }: Props) => {
  const { me } = useDirectory()
  if (chat.kind === 'direct') {
    return <Avatar name={name} seed={`${chat.member_ids.find((id) => id !== me.id) ?? me.id}`} size={size} />
  }
  const Icon = chat.kind === 'ticket' ? IconTicket : IconUsers
  return (
    <span aria-hidden className={classes['picture']} data-size={size}>
      <Icon size={size === 'large' ? 17 : 13} stroke={1.75} />
    </span>
  )
}
