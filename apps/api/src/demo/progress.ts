import type { TicketStatus } from '@livedesk/events'
import { DAY } from './clock.ts'
import type { Dice } from './dice.ts'
import { readTurn, type Turn } from './story.ts'

/** How likely a ticket has come how far, by the age that it has not passed. */
const odds = [
  { younger: 20, new: 1, in_progress: 0, waiting: 0, resolved: 0 },
  { younger: 60, new: 0.6, in_progress: 0.4, waiting: 0, resolved: 0 },
  { younger: 0.6 * DAY, new: 0.5, in_progress: 0.35, waiting: 0.15, resolved: 0 },
  { younger: 2 * DAY, new: 0.2, in_progress: 0.35, waiting: 0.27, resolved: 0.18 },
  { younger: 5 * DAY, new: 0.02, in_progress: 0.22, waiting: 0.26, resolved: 0.5 },
  { younger: 12 * DAY, new: 0, in_progress: 0.06, waiting: 0.1, resolved: 0.6 },
  { younger: Infinity, new: 0, in_progress: 0.01, waiting: 0.03, resolved: 0.15 },
] as const

/** How far a ticket of an age has come; what the odds leave is closed. */
export const statusAt = (dice: Dice, minutesAgo: number): TicketStatus => {
  const row = odds.find(({ younger }) => minutesAgo < younger)
  let left = dice.chance()
  for (const status of ['new', 'in_progress', 'waiting', 'resolved'] as const) {
    left -= row?.[status] ?? 0
    if (left < 0) return status
  }
  return 'closed'
}

/** A turn of a story. `asks`: it is a reply that the requester answers. */
export type Told = ReturnType<typeof readTurn> & { readonly asks: boolean }

/** What has been said of a story in a ticket that has come so far. */
export const turnsUntil = (dice: Dice, status: TicketStatus, story: readonly Turn[]): Told[] => {
  const turns = story.map(readTurn).map((turn, index, all) => ({
    ...turn,
    asks: turn.who === 'reply' && all[index + 1]?.who === 'customer',
  }))
  switch (status) {
    case 'new':
      return []
    case 'in_progress':
      return turns.slice(0, dice.pick(placesOfWork(turns)))
    case 'waiting':
      return turns.slice(0, dice.pick(placesOfWaiting(turns)))
    case 'resolved':
    case 'closed':
      return turns
  }
}

/** After how many turns it is the desk's move, with something left to answer. */
const placesOfWork = (turns: readonly Told[]) =>
  [0, ...turns.flatMap(({ who }, index) => (who === 'reply' ? [] : [index + 1]))].filter((length) =>
    turns.slice(length).some(({ who }) => who === 'reply'),
  )

/** After how many turns it is the requester's move. */
const placesOfWaiting = (turns: readonly Told[]) => turns.flatMap(({ asks }, index) => (asks ? [index + 1] : []))
