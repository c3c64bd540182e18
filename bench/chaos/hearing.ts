import type { Evidence, Said } from './history.ts'

/** Who had to hear what: worked out from the harness's own record alone, in the order of the log. */
export type Hearing = {
  /** The numbers that a person hears, rising. */
  readonly heardBy: ReadonlyMap<number, readonly number[]>
  /** The number at which a session ended. */
  readonly endOf: ReadonlyMap<number, number>
}

export const hearingOf = ({ said, log, histories }: Evidence): Hearing => {
  const records = new Map(said.map((one) => [one.said, one]))
  const people = new Set(histories.map(({ userId }) => userId))
  const heardBy = new Map<number, number[]>([...people].map((userId) => [userId, []]))
  const endOf = new Map<number, number>()
  const members = new Map<number, Set<number>>()

  for (const { seq, said: id, endsSession } of log) {
    if (endsSession !== undefined && !endOf.has(endsSession)) endOf.set(endsSession, seq)
    const record = id === undefined ? undefined : records.get(id)
    if (!record) continue
    const chat = membersOf(members, record.chatId)
    if (record.kind === 'join' && record.userId !== null) chat.add(record.userId)
    for (const userId of hearersOf(record, people, chat)) heardBy.get(userId)?.push(seq)
    if (record.kind === 'leave' && record.userId !== null) chat.delete(record.userId)
  }
  return { heardBy, endOf }
}

const hearersOf = (record: Said, people: ReadonlySet<number>, chat: ReadonlySet<number>): Iterable<number> => {
  switch (record.kind) {
    case 'tell':
      return record.userId === null ? [] : [record.userId]
    case 'announce':
      return people
    case 'post':
    case 'join':
    case 'leave':
      return [...chat]
    case 'end_session':
      return []
  }
}

const membersOf = (members: Map<number, Set<number>>, chatId: number | null) => {
  if (chatId === null) return new Set<number>()
  const known = members.get(chatId) ?? new Set<number>()
  members.set(chatId, known)
  return known
}
