import type { TicketId } from '@livedesk/events'
import { Link, useLocation } from 'react-router'
import classes from './TicketLink.module.css'

type Props = { readonly ticketId: TicketId; readonly title: string | undefined }

/** The way to another ticket, with the list beside it as it is. */
export const TicketLink = ({ ticketId, title }: Props) => {
  const { search } = useLocation()
  return (
    <Link className={classes['link']} to={{ pathname: `/tickets/${ticketId}`, search: listOnly(search) }} title={title}>
      <span data-figures className={classes['number']}>
        #{ticketId}
      </span>{' '}
      {title}
    </Link>
  )
}

// The message that one came for is in the ticket that one leaves.
const listOnly = (search: string) => {
  const params = new URLSearchParams(search)
  params.delete('message')
  return params.toString()
}
