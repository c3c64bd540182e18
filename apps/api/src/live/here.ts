import { TicketId, UserId } from '@livedesk/events'
import { z } from 'zod'

/** One person on a worker, and the tickets they have open there. */
export const Here = z.tuple([UserId], TicketId)
export type Here = z.output<typeof Here>

/** What a worker says of who is on it, in as many messages as the pubsub's limit makes of it. Always the whole. */
export const hereNudges = (from: string, here: readonly Here[], maxBytes: number): string[] => {
  // Ids and brackets are ASCII: a character is a byte. The rest of the message takes under 100.
  const room = maxBytes - 100
  const parts: string[] = []
  let part = ''
  for (const one of here) {
    const line = `[${one.join(',')}]`
    if (part !== '' && part.length + line.length >= room) {
      parts.push(part)
      part = ''
    }
    part += part === '' ? line : `,${line}`
  }
  parts.push(part)
  return parts.map((u, index) => `{"k":"h","f":${JSON.stringify(from)},"i":${index},"n":${parts.length},"u":[${u}]}`)
}
