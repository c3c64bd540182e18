import { type EventOf, TicketId, UserId } from '@livedesk/events'

/** What every system says: the same events of the contract, about 300 bytes of JSON each. `version` is the event's number. */
export type Said = { readonly userId: UserId; readonly event: EventOf<'ticket_assigned'> }

const title =
  'Printer on fire in the second corridor of the third floor; the caretaker has been told and is on his way with sand. '.repeat(
    2,
  )
const ticketId = TicketId.parse(7)
const assigner = UserId.parse(1)

/** Event number `n`, for a person. */
export const saidTo = (userId: UserId, n: number): Said => ({
  userId,
  event: {
    type: 'ticket_assigned',
    ticket_id: ticketId,
    title: title.slice(0, 200),
    assigned_by: assigner,
    version: n,
  },
})

/** Event number `n`, for everyone. */
export const saidToAll = (n: number): EventOf<'user_changed'> => ({
  type: 'user_changed',
  user: {
    id: assigner,
    name: title.slice(0, 100),
    email: `${title.slice(0, 90)}@livedesk.test`,
    role: 'agent',
    active: true,
    version: n,
  },
})

const people: UserId[] = []

export const person = (id: number): UserId => (people[id] ??= UserId.parse(id))

/** Who event `n` is for: spread over `first..last` as evenly and as unpredictably as a hash does, the same in every process. */
export const hearerOf = (n: number, { first, last }: People) => {
  let hash = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return person(first + (((hash ^ (hash >>> 16)) >>> 0) % (last - first + 1)))
}

export type People = { readonly first: number; readonly last: number }

const marker = Buffer.from('"version":')

/** The number of the event in a frame's payload; undefined if it is no event of the bench. Looks, does not parse. */
export const numberIn = (payload: Buffer) => {
  const at = payload.lastIndexOf(marker)
  return at === -1 ? undefined : integerAt(payload, at + marker.length)
}

/** The digits at a place of a frame, as a number. */
export const integerAt = (payload: Buffer, at: number) => {
  let number = 0
  for (let index = at; index < payload.length; index += 1) {
    const digit = (payload[index] ?? 0) - 48
    if (digit < 0 || digit > 9) break
    number = number * 10 + digit
  }
  return number
}
