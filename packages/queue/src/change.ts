import type { Ticket, TicketBefore } from '@livedesk/events'
import { type FieldRule, type Happening, type TicketField, ticketFields } from './ticket-fields.ts'

/** Fields of a ticket and what they become. */
export type Change = { [F in TicketField]?: Ticket[F] }
/** What of a ticket is to become what; what is undefined stays. */
export type Wanted = { readonly [F in TicketField]?: Ticket[F] | undefined }

/** What an act did to a ticket: the fields that it changed, before and after it. */
export type Act = { readonly before: TicketBefore; readonly after: TicketBefore }

/** What of a wish is not so already. */
export const differences = (ticket: Ticket, wanted: Wanted): Change => {
  const change: Change = {}
  for (const field of namesOf(wanted)) take(change, field, ticket[field], wanted[field])
  return change
}

/** The values of a ticket that a change replaces, and when it was changed before. */
export const replaced = (ticket: Ticket, change: Wanted): TicketBefore => ({
  ...valuesOf(ticket, change),
  updated_at: ticket.updated_at,
})

/** What a ticket was before it became what it is now. */
export const replacedBy = (ticket: Ticket, after: Ticket) => replaced(ticket, differences(ticket, after))

/** What a ticket has in the fields of a change. */
export const valuesOf = (ticket: Ticket, change: Wanted): Change => {
  const values: Change = {}
  for (const field of namesOf(change)) put(values, field, ticket[field])
  return values
}

/** The ticket as it was before a change. */
export const beforeChange = (ticket: Ticket, before: TicketBefore): Ticket => {
  const was: Change = {}
  for (const field of namesOf(before)) {
    const value = before[field]
    if (value !== undefined) put(was, field, value)
  }
  return { ...ticket, ...was, ...(before.updated_at !== undefined && { updated_at: before.updated_at }) }
}

/** What takes an act back: its fields become what they were, but for what has been changed since. */
export const undone = (ticket: Ticket, { before, after }: Act): Change => {
  const change: Change = {}
  for (const field of namesOf(before)) {
    if (ticket.merged_into === null || !ticketFields[field].staysWhileMerged)
      take(change, field, ticket[field], valueUndone(field, ticket, before[field], after[field]))
  }
  return change
}

/** What a ticket's history keeps of a change that replaced some values. */
export const historyOf = (before: TicketBefore, after: Ticket): Happening[] =>
  namesOf(before).flatMap((field) => entriesOf(field, before[field], after))

/** Whether a change is one of the ticket itself, which takes its new place in lists. */
export const isMoving = (change: Wanted) => namesOf(change).some((field) => ticketFields[field].moves)

/** Whether a change is of what a duplicate may not be given. */
export const isKeptFromMerged = (change: Wanted) =>
  namesOf(change).some((field) => ticketFields[field].staysWhileMerged)

/** Whether two values of a field are the same. */
export const isSame = <F extends TicketField>(field: F, a: Ticket[F], b: Ticket[F]): boolean =>
  ruleOf(field).isSame(a, b)

const names = Object.keys(ticketFields).filter((name): name is TicketField => name in ticketFields)

/** The fields that are there, in the order in which they are told. */
const namesOf = (some: { readonly [F in TicketField]?: unknown }) => names.filter((field) => some[field] !== undefined)

const ruleOf = <F extends TicketField>(field: F): FieldRule<Ticket[F]> => ticketFields[field]

const take = <F extends TicketField>(
  change: { [G in F]?: Ticket[G] },
  field: F,
  now: Ticket[F],
  wanted: Ticket[F] | undefined,
) => {
  if (wanted !== undefined && !isSame(field, wanted, now)) put(change, field, wanted)
}

const put = <F extends TicketField>(change: { [G in F]?: Ticket[G] }, field: F, value: Ticket[F]) => {
  change[field] = value
}

const valueUndone = <F extends TicketField>(
  field: F,
  ticket: Ticket,
  before: Ticket[F] | undefined,
  after: Ticket[F] | undefined,
) => (before === undefined || after === undefined ? undefined : ruleOf(field).undone?.(ticket[field], before, after))

const entriesOf = <F extends TicketField>(field: F, before: Ticket[F] | undefined, after: Ticket) =>
  before === undefined ? [] : ruleOf(field).history(before, after[field])
