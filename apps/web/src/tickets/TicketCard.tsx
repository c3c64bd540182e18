import type { Ticket } from '@livedesk/events'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { TagPills } from '../ui/TagPills.tsx'
import { AssigneeMark } from './AssigneeMark.tsx'
import { RowPresence } from './RowPresence.tsx'
import classes from './TicketCard.module.css'

/** What a row says where the list is narrow. */
export const TicketCard = ({ ticket }: { readonly ticket: Ticket }) => (
  <span className={classes['card']}>
    <span className={classes['title']}>{ticket.title}</span>
    <RelativeTime moment={ticket.updated_at} className={classes['updated']} />
    <span className={classes['line']}>
      <span data-figures className={classes['quiet']}>
        #{ticket.id}
      </span>
      <span className={classes['requester']}>{ticket.requester.name}</span>
      <RowPresence ticketId={ticket.id} />
    </span>
    <span className={classes['assignee']}>
      <AssigneeMark assigneeId={ticket.assigned_to} />
    </span>
    <span className={classes['line']}>
      <span className={classes['badge']}>
        <StatusBadge status={ticket.status} />
      </span>
      <span className={classes['badge']}>
        <PriorityBadge priority={ticket.priority} />
      </span>
      <TagPills tags={ticket.tags} />
    </span>
  </span>
)
