import type { Ticket } from '@livedesk/events'
import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { dayAndTime, exactTime } from '../ui/relative-time.ts'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { TagPills } from '../ui/TagPills.tsx'
import { useLocale } from '../ui/use-locale.ts'
import { AssigneeMark } from './AssigneeMark.tsx'
import type { ColumnId } from './queue-columns.ts'
import { RowPresence } from './RowPresence.tsx'
import { TeamName } from './TeamName.tsx'
import classes from './TicketCells.module.css'

type Props = { readonly ticket: Ticket; readonly columns: readonly ColumnId[] }

/** What a row says where the list is a table: its number, then the chosen columns. */
export const TicketCells = ({ ticket, columns }: Props) => (
  <span className={classes['cells']}>
    <span data-figures className={classes['cell']}>
      #{ticket.id}
    </span>
    {columns.map((column) => (
      <span key={column} className={classes['cell']} data-column={column}>
        {cells[column](ticket)}
      </span>
    ))}
  </span>
)

const cells: Record<ColumnId, (ticket: Ticket) => ReactNode> = {
  status: ({ status }) => <StatusBadge status={status} />,
  title: ({ id, title }) => (
    <>
      <span className={classes['title']}>{title}</span>
      <RowPresence ticketId={id} />
    </>
  ),
  tags: ({ tags }) => <TagPills tags={tags} />,
  requester: ({ requester }) => requester.name,
  priority: ({ priority }) => <PriorityBadge priority={priority} />,
  team: ({ team_id }) => team_id !== null && <TeamName id={team_id} />,
  assignee: ({ assigned_to }) => <AssigneeMark assigneeId={assigned_to} named />,
  created: ({ created_at }) => (
    <Moment field="created">
      <RelativeTime moment={created_at} />
    </Moment>
  ),
  updated: ({ updated_at }) => <RelativeTime moment={updated_at} />,
  snoozed: ({ snoozed_until }) =>
    snoozed_until !== null && (
      <Moment field="snoozed">
        <FutureTime moment={snoozed_until} />
      </Moment>
    ),
}

type MomentProps = { readonly field: 'created' | 'snoozed'; readonly children: ReactNode }

/** A time that is not when the ticket was changed: who hears the row hears which it is. */
const Moment = ({ field, children }: MomentProps) => {
  const { t } = useTranslation('tickets')
  return (
    <>
      <VisuallyHidden component="span">{t(`field.${field}`)} </VisuallyHidden>
      {children}
    </>
  )
}

const FutureTime = ({ moment }: { readonly moment: string }) => {
  const locale = useLocale()
  return (
    <time dateTime={moment} title={exactTime(moment, locale)}>
      {dayAndTime(moment, locale)}
    </time>
  )
}
