import type { Notification } from '@livedesk/events'
import { IconAt, IconMessage, IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import classes from './NotificationRow.module.css'

type Props = { readonly notification: Notification; readonly onFollow: () => void }

const icons = {
  mentioned: IconAt,
  ticket_assigned: IconUserCheck,
  ticket_message_posted: IconMessage,
} as const

/** One thing that happened, and the way to it. */
export const NotificationRow = ({ notification, onFollow }: Props) => {
  const { t } = useTranslation('notifications')
  const { person } = useDirectory()
  const { ticket_id, title, actor_id, read, created_at } = notification
  const kind = notification.mentioned ? 'mentioned' : notification.kind
  const Icon = icons[kind]
  const name = actor_id === null ? undefined : person(actor_id)?.name

  return (
    <li>
      <Link to={`/tickets/${ticket_id}`} className={classes['row']} data-unread={!read || undefined} onClick={onFollow}>
        <Icon aria-hidden size={17} stroke={1.75} />
        <span className={classes['what']}>
          {!read && <span className={classes['dot']} role="img" aria-label={t('unread')} />}
          {name === undefined ? t(`${kind}.plain`) : t(`${kind}.by`, { name })}
        </span>
        <RelativeTime moment={created_at} className={classes['time']} />
        <span className={classes['title']}>
          #{ticket_id} {title}
        </span>
      </Link>
    </li>
  )
}
