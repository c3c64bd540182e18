import { TicketId, UserId } from '../../src/index.ts'
import { sayToUser } from '../say.ts'

sayToUser({
  type: 'ticket_asigned',
  ticket_id: TicketId.parse(7),
  title: 'Printer on fire',
  assigned_by: UserId.parse(1),
  version: 2,
})
