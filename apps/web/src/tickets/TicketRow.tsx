import type { Ticket, TicketId } from '@livedesk/events'
import { memo, useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { ColumnId } from './queue-columns.ts'
import { TicketCard } from './TicketCard.tsx'
import { TicketCells } from './TicketCells.tsx'
import classes from './TicketRow.module.css'

type Props = {
  readonly ticket: Ticket
  readonly to: string
  /** Those of a table; without them it is a card. */
  readonly columns: readonly ColumnId[] | undefined
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
export const TicketRow = memo(({ ticket, to, columns, open, selected, tabStop, keepLink, onFocus }: Props) => {
  const [drawn] = useState(ticket.version)
  const linkRef = useCallback((link: HTMLAnchorElement) => keepLink(ticket.id, link), [keepLink, ticket.id])

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
      {columns ? <TicketCells ticket={ticket} columns={columns} /> : <TicketCard ticket={ticket} />}
    </Link>
  )
})
