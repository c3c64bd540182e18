import { SearchPanel } from '../tickets/SearchPanel.tsx'
import { MenuButton } from './MenuButton.tsx'
import { TicketPanes } from './TicketPanes.tsx'

/** What was looked for and found, and the ticket that is open. */
export const SearchScreen = () => (
  <TicketPanes home="/search" list={(openId) => <SearchPanel openId={openId} leading={<MenuButton />} />} />
)
