import type { Ticket, TicketId } from '@livedesk/events'
import { IconUserOff } from '@tabler/icons-react'
import { memo, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { TagPill } from '../ui/TagPill.tsx'
import classes from './TicketRow.module.css'

type Props = {
  readonly ticket: Ticket
  readonly to: string
  readonly open: boolean
  readonly selected: boolean
  /** Whether Tab stops here: one row of the list is enough, J and K do the rest. */
  readonly tabStop: boolean
  /** Is given the row's link while it is drawn, and gives back what lets go of it. */
  readonly keepLink: (id: TicketId, link: HTMLAnchorElement) => () => void
  readonly onFocus: (id: TicketId) => void
}

/**
 * One ticket in the queue: a card where the list is narrow, a line of a table where it is wide. An event draws the rows
 * that it changes, not the whole list: what a row is given must stay the same while it says the same.
 */
export const TicketRow = memo(({ ticket, to, open, selected, tabStop, keepLink, onFocus }: Props) => {
  const { t } = useTranslation('tickets')
  const { person } = useDirectory()
  const [drawn] = useState(ticket.version)
  const linkRef = useCallback((link: HTMLAnchorElement) => keepLink(ticket.id, link), [keepLink, ticket.id])
  const assignee = ticket.assigned_to === null ? undefined : person(ticket.assigned_to)
  const holder = ticket.assigned_to === null ? t('nobody') : (assignee?.name ?? '')

  return (
    <Link
      ref={linkRef}
      to={to}
      tabIndex={tabStop ? 0 : -1}
      aria-current={open || undefined}
      className={classes['row']}
      data-ticket-id={ticket.id}
      data-selected={selected || undefined}
      onFocus={() => onFocus(ticket.id)}
    >
      {ticket.version !== drawn && <span key={ticket.version} aria-hidden className={classes['changed']} />}
      <span className={classes['title']}>{ticket.title}</span>
      <span className={classes['line']}>
        <span data-figures className={classes['number']}>
          #{ticket.id}
        </span>
        <span className={classes['requester']}>{ticket.requester.name}</span>
      </span>
      <span className={classes['line']}>
        <span className={classes['status']}>
          <StatusBadge status={ticket.status} />
        </span>
        <span className={classes['priority']}>
          <PriorityBadge priority={ticket.priority} />
        </span>
        <span className={classes['tags']}>
          {ticket.tags.map((tag) => (
            <TagPill key={tag} tag={tag} />
          ))}
        </span>
      </span>
      <span className={classes['assignee']} role="img" aria-label={t('heldBy', { name: holder })} title={holder}>
        {assignee ? (
          <Avatar name={assignee.name} seed={`${assignee.id}`} size="small" />
        ) : (
          <IconUserOff aria-hidden size={16} />
        )}
      </span>
      <RelativeTime moment={ticket.updated_at} className={classes['updated']} />
    </Link>
  )
})
