import { Queue } from '../tickets/Queue.tsx'
import { MenuButton } from './MenuButton.tsx'
import { NewTicketButton } from './NewTicketButton.tsx'
import { TicketPanes } from './TicketPanes.tsx'

/** The queue, and the ticket that is open. */
export const TicketsScreen = () => (
  <TicketPanes
    home="/tickets"
    list={(openId) => <Queue openId={openId} leading={<MenuButton />} trailing={<NewTicketButton />} />}
  />
)
