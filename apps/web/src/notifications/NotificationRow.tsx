import { type Notification, NotificationWhat } from '@livedesk/events'
import { IconAlarm, IconAt, IconMessage, IconProgress, IconUserCheck } from '@tabler/icons-react'
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
  ticket_status_changed: IconProgress,
  ticket_woke: IconAlarm,
} as const satisfies Record<NotificationWhat | 'mentioned', typeof IconMessage>

/** One thing that happened, and the way to it. */
export const NotificationRow = ({ notification, onFollow }: Props) => {
  const { t } = useTranslation('notifications')
  const { person } = useDirectory()
  const { kind, ticket_id, title, actor_id, read, created_at } = notification
  // A newer desk may tell of what this page does not know: then it is near its kind.
  const known = NotificationWhat.catch(kind).parse(notification.what)
  const what = notification.mentioned ? 'mentioned' : known
  const Icon = icons[what]
  const name = actor_id === null ? undefined : person(actor_id)?.name

  return (
    <li>
      <Link to={`/tickets/${ticket_id}`} className={classes['row']} data-unread={!read || undefined} onClick={onFollow}>
        <Icon aria-hidden size={17} stroke={1.75} />
        <span className={classes['what']}>
          {!read && <span className={classes['dot']} role="img" aria-label={t('unread')} />}
          {name === undefined ? t(`${what}.plain`) : t(`${what}.by`, { name })}
        </span>
        <RelativeTime moment={created_at} className={classes['time']} />
        <span className={classes['title']}>
          #{ticket_id} {title}
        </span>
      </Link>
    </li>
  )
}
