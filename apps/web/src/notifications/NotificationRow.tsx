import { type Notification, NotificationWhat } from '@livedesk/events'
import { UnstyledButton } from '@mantine/core'
import { IconAlarm, IconAt, IconChevronDown, IconMessage, IconProgress, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import type { TicketNews } from './by-ticket.ts'
import classes from './NotificationRow.module.css'

type Props = { readonly news: TicketNews; readonly onFollow: () => void }

const icons = {
  mentioned: IconAt,
  ticket_assigned: IconUserCheck,
  ticket_message_posted: IconMessage,
  ticket_status_changed: IconProgress,
  ticket_woke: IconAlarm,
} as const satisfies Record<NotificationWhat | 'mentioned', typeof IconMessage>

// A newer desk may tell of what this page does not know: then it is near its kind.
const whatOf = ({ kind, what, mentioned }: Notification) =>
  mentioned ? 'mentioned' : NotificationWhat.catch(kind).parse(what)

/** What happened last at a ticket, and the way to it; on demand, what happened there before. */
export const NotificationRow = ({ news: { newest, older, ticketId }, onFollow }: Props) => {
  const { t } = useTranslation('notifications')
  const [isOpen, setIsOpen] = useState(false)
  const isUnread = [newest, ...older].some(({ read }) => !read)
  const Icon = icons[whatOf(newest)]

  return (
    <li>
      <Link
        to={`/tickets/${ticketId}`}
        className={classes['row']}
        data-unread={isUnread || undefined}
        onClick={onFollow}
      >
        <Icon aria-hidden size={17} stroke={1.75} />
        <span className={classes['what']}>
          {isUnread && <span className={classes['dot']} role="img" aria-label={t('unread')} />}
          <What of={newest} />
        </span>
        <RelativeTime moment={newest.created_at} className={classes['time']} />
        <span className={classes['title']}>
          #{ticketId} {newest.title}
        </span>
      </Link>
      {older.length > 0 && (
        <UnstyledButton className={classes['more']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <IconChevronDown aria-hidden size={13} />
          {t('more', { count: older.length })}
        </UnstyledButton>
      )}
      {isOpen && (
        <ul className={classes['older']}>
          {older.map((one) => (
            <li key={one.id}>
              <What of={one} />
              <RelativeTime moment={one.created_at} className={classes['time']} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const What = ({ of }: { readonly of: Notification }) => {
  const { t } = useTranslation('notifications')
  const { person } = useDirectory()
  const name = of.actor_id === null ? undefined : person(of.actor_id)?.name
  const what = whatOf(of)
  return <span>{name === undefined ? t(`${what}.plain`) : t(`${what}.by`, { name })}</span>
}
