import type { TicketStatus, UserId } from '@livedesk/events'
import { z } from 'zod'
import type { TicketFilter } from './filter.ts'
import type { TicketSort } from './order.ts'

/** The built-in views of the queue, in the order they are shown. */
export const ViewId = z.enum(['mine', 'unassigned', 'open', 'waiting', 'snoozed', 'resolved', 'all'])
export type ViewId = z.output<typeof ViewId>

export type View = { readonly filter: TicketFilter; readonly sort: TicketSort }

/** What a built-in view shows to one person. */
export const viewFor = (view: ViewId, viewer: UserId): View => {
  switch (view) {
    case 'mine':
      return { filter: { status: openStatuses, snoozed: false, assigned_to: [viewer] }, sort: '-updated_at' }
    case 'unassigned':
      return { filter: { status: openStatuses, snoozed: false, assigned_to: ['none'] }, sort: '-created_at' }
    case 'open':
      return { filter: { status: openStatuses, snoozed: false }, sort: '-updated_at' }
    case 'waiting':
      return { filter: { status: ['waiting'], snoozed: false }, sort: '-updated_at' }
    case 'snoozed':
      return { filter: { status: openStatuses, snoozed: true }, sort: '-updated_at' }
    case 'resolved':
      return { filter: { status: ['resolved'] }, sort: '-updated_at' }
    case 'all':
      return { filter: {}, sort: '-updated_at' }
  }
}

const openStatuses: TicketStatus[] = ['new', 'in_progress', 'waiting']
