import type { TicketId } from '@livedesk/events'

type Row = { readonly id: TicketId }

export type SteadyRows<T> = {
  readonly rows: readonly T[]
  /** How many tickets wait above, to be let in when the reader wants them. */
  readonly heldBack: number
}

/**
 * The rows in an order that does not move under a reader. What stood stays where it stood, with its news; what left is
 * gone; what came further down (the next page) follows; what came above is held back.
 */
export const steadyRows = <T extends Row>(stood: readonly TicketId[], live: readonly T[]): SteadyRows<T> => {
  const byId = new Map(live.map((row) => [row.id, row]))
  const kept = stood.flatMap((id) => byId.get(id) ?? [])
  const known = new Set(stood)
  const lastKnown = live.findLastIndex((row) => known.has(row.id))
  const below = live.slice(lastKnown + 1)
  return { rows: [...kept, ...below], heldBack: live.length - kept.length - below.length }
}
