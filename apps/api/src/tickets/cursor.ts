import { Moment, type Ticket, TicketId, TicketPriority } from '@livedesk/events'
import type { TicketSort } from '@livedesk/queue'
import { z } from 'zod'
import { Problem } from '../problem.ts'

/** A ticket's place in an order. */
export type Position = { readonly key: string; readonly id: TicketId }

/** A place in an order, as the client carries it: it says where, never what may be seen. */
export const writeCursor = (sort: TicketSort, ticket: Ticket) => {
  const key = ticket[fieldOf(sort)]
  return Buffer.from(JSON.stringify([sort, key, ticket.id])).toString('base64url')
}

/** The place that a cursor of this order says. */
export const readCursor = (cursor: string, sort: TicketSort): Position => {
  const read = Cursor.safeParse(cursor)
  if (!read.success || read.data[0] !== sort) {
    throw new Problem(
      'bad_request',
      'Send a cursor as it was answered, with the same sort, or leave it out to begin anew.',
      {
        errors: { cursor: 'This is no cursor of this list.' },
      },
    )
  }
  return { key: read.data[1], id: read.data[2] }
}

const fieldOf = (sort: TicketSort) => {
  switch (sort) {
    case '-updated_at':
    case 'updated_at':
      return 'updated_at'
    case '-created_at':
    case 'created_at':
      return 'created_at'
    case '-priority':
    case 'priority':
      return 'priority'
  }
}

// PostgreSQL knows no year 0.
const KeptMoment = Moment.refine((moment) => moment >= '0001')

/** What a cursor holds, whatever it is: to be held to what it should be. */
export const CursorText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    context.addIssue('no JSON')
    return z.NEVER
  }
})

const Cursor = CursorText.pipe(
  z.union([
    z.tuple([z.enum(['-updated_at', 'updated_at', '-created_at', 'created_at']), KeptMoment, TicketId]),
    z.tuple([z.enum(['-priority', 'priority']), TicketPriority, TicketId]),
  ]),
)
