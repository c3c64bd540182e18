import { TicketId, UserId } from '@livedesk/events'
import { z } from 'zod'

/** One person on a worker, and the tickets they have open there. */
export const Here = z.tuple([UserId], TicketId)
export type Here = z.output<typeof Here>

/** What a worker says of who is on it, in as many messages as the pubsub's limit makes of it. Always the whole. */
export const hereNudges = (from: string, here: readonly Here[], maxBytes: number): string[] => {
  // Ids and brackets are ASCII: a character is a byte. The rest of the message takes under 100.
  const parts: Here[][] = [[]]
  let room = maxBytes - 100
  for (const one of here) {
    const length = JSON.stringify(one).length + 1
    if (length > room) {
      parts.push([])
      room = maxBytes - 100
    }
    parts.at(-1)?.push(one)
    room -= length
  }
  return parts.map((part, index) => JSON.stringify({ k: 'h', f: from, i: index, n: parts.length, u: part }))
}
