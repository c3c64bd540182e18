import { TicketId, UserId } from '@livedesk/events'
import { z } from 'zod'

/** One person on a worker, and the tickets they have open there. */
export const Here = z.tuple([UserId], TicketId)
export type Here = z.output<typeof Here>

/** A line of this many numbers fits into what any pubsub carries in one message. */
const ticketsALine = 200

/** What is said of someone: often one line; more where they have so much open that a message could not carry it. */
export const hereOf = (userId: UserId, viewing: readonly TicketId[]): Here[] => {
  const lines: Here[] = [[userId, ...viewing.slice(0, ticketsALine)]]
  for (let from = ticketsALine; from < viewing.length; from += ticketsALine) {
    lines.push([userId, ...viewing.slice(from, from + ticketsALine)])
  }
  return lines
}

/**
 * What a worker says of who is on it, and who of them is away there, in as many messages as the pubsub's limit makes of it.
 * Always the whole.
 */
export const hereNudges = (
  from: string,
  here: readonly Here[],
  away: ReadonlySet<UserId>,
  maxBytes: number,
): string[] => {
  // Ids and brackets are ASCII: a character is a byte. The rest of the message takes under 100.
  const room = maxBytes - 100
  const parts: Part[] = []
  let part: Part = { lines: [], away: [] }
  let length = 0
  for (const one of here) {
    const [userId] = one
    const line = `[${one.join(',')}]`
    const isAway = away.has(userId)
    const more = line.length + 1 + (isAway ? `${userId},`.length : 0)
    if (length > 0 && length + more > room) {
      parts.push(part)
      part = { lines: [], away: [] }
      length = 0
    }
    part.lines.push(line)
    if (isAway) part.away.push(userId)
    length += more
  }
  parts.push(part)
  return parts.map(
    (said, index) =>
      `{"k":"h","f":${JSON.stringify(from)},"i":${index},"n":${parts.length},"u":[${said.lines.join()}],"a":[${said.away.join()}]}`,
  )
}

type Part = { readonly lines: string[]; readonly away: UserId[] }
