import type { TicketPriority } from '@livedesk/events'

/**
 * One thing that customers of the demo desk write about. It is told twice, to two customers: a text in two parts, `a || b`,
 * says `a` the first time and `b` the second. Blanks such as `{order}` are filled in anew for each ticket, and `{he/she}`
 * agrees with the requester.
 */
export type Story = {
  readonly titles: readonly [string, string]
  readonly tags: readonly [string, ...string[]]
  readonly priority: TicketPriority
  /** Whether companies write about it; households do otherwise. */
  readonly from?: 'office'
  readonly opening: readonly [string, string]
  readonly turns: readonly Turn[]
  /** What two people at the desk say to each other about it, by turns, in the ticket's chat. */
  readonly aside?: readonly string[]
}

/**
 * What happens next: the desk answers the requester or leaves itself a note, the requester answers, or they come back
 * (`again`) after the ticket was resolved. After the last turn it is resolved for good.
 */
export type Turn = `${Who}: ${string}`

type Who = 'reply' | 'note' | 'customer' | 'again'

/** Who speaks in a turn, and what they say. */
export const readTurn = (turn: Turn): { readonly who: Who; readonly text: string } => {
  const text = turn.slice(turn.indexOf(': ') + 2)
  if (turn.startsWith('reply: ')) return { who: 'reply', text }
  if (turn.startsWith('note: ')) return { who: 'note', text }
  return { who: turn.startsWith('again: ') ? 'again' : 'customer', text }
}
