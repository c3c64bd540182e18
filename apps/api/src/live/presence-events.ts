import type { PresenceChanged, TicketId, TicketViewers, UserId } from '@livedesk/events'
import type { z } from 'zod'
import { textFrame } from './frame.ts'

/** What is told of who is here. */
export type Told = z.output<(typeof PresenceChanged | typeof TicketViewers)['schema']>

export const frameOf = (event: Told) => textFrame(JSON.stringify(event))

export const whoIsHere = (online: ReadonlySet<UserId>, away: ReadonlySet<UserId>): Told => ({
  type: 'presence_changed',
  online: sorted(online),
  away: sorted(away),
})

export const viewersOf = (ticket_id: TicketId, userIds: ReadonlySet<UserId>): Told => ({
  type: 'ticket_viewers',
  ticket_id,
  user_ids: sorted(userIds),
})

const sorted = (ids: ReadonlySet<UserId>) => [...ids].toSorted((a, b) => a - b)
