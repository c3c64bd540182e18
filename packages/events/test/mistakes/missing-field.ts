import { TicketId, UserId } from '../../src/index.ts'
import { sayToUser } from '../say.ts'

sayToUser({ type: 'ticket_assigned', ticket_id: TicketId.parse(7), assigned_by: UserId.parse(1), version: 2 })
