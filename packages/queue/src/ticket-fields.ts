import type { KnownActivity, Ticket, TicketId, TicketLink, TicketLinks } from '@livedesk/events'

/** What a ticket is from its beginning, and what is counted of it. */
type FixedField = 'id' | 'requester' | 'chat_id' | 'message_count' | 'version' | 'created_at' | 'updated_at'

/** What is changed of a ticket. */
export type TicketField = Exclude<keyof Ticket, FixedField>

/** One thing that happened to a ticket, as its history keeps it: from what to what. */
export type Happening = { readonly what: KnownActivity['what']; readonly before?: unknown; readonly after?: unknown }

/** What there is to know of a field, so that it can be changed. */
export type FieldRule<Value> = {
  isSame(this: void, a: Value, b: Value): boolean
  /** Whether its change is one of the ticket itself, which takes its new place in lists. */
  readonly moves: boolean
  /** A duplicate has it as it was merged, for as long as it is one. */
  readonly staysWhileMerged: boolean
  history(this: void, before: Value, after: Value): readonly Happening[]
  /**
   * What it becomes when an act is taken back that made `after` of `before`; undefined if it was changed since. Null of what
   * two tickets say of each other: that is undone in both, by what did it.
   */
  readonly undone: ((this: void, now: Value, before: Value, after: Value) => Value | undefined) | null
}

export const mostTags = 20

const isEqual = <Value>(a: Value, b: Value) => a === b

const valueOf = (what: Happening['what']) => ({
  isSame: isEqual,
  moves: true,
  staysWhileMerged: false,
  history: (before: unknown, after: unknown): Happening[] => [{ what, before, after }],
  undone: <Value>(now: Value, before: Value, after: Value) => (now === after ? before : undefined),
})

const listOf = <One>(isSameOne: (a: One, b: One) => boolean = isEqual) => ({
  isSame: (a: readonly One[], b: readonly One[]) =>
    a.length === b.length &&
    a.every((one, place) => {
      const other = b[place]
      return other !== undefined && isSameOne(one, other)
    }),
  moves: true,
  staysWhileMerged: false,
})

/** What a list was, but for what came and went since. */
const listUndone = <One>(now: readonly One[], before: readonly One[], after: readonly One[]): One[] => {
  if (listOf<One>().isSame(now, after)) return [...before]
  const kept = now.filter((one) => before.includes(one) || !after.includes(one))
  return [...kept, ...before.filter((one) => !after.includes(one) && !kept.includes(one))]
}

const linked = (before: TicketLinks, after: TicketLinks): Happening[] => {
  const others = new Set([...before, ...after].map(({ ticket_id }) => ticket_id))
  return [...others].flatMap((other) => {
    const [was, is] = [before, after].map((links) => links.find(({ ticket_id }) => ticket_id === other))
    return was?.kind === is?.kind ? [] : [{ what: 'link', before: was, after: is }]
  })
}

const tookIn = (before: readonly TicketId[], after: readonly TicketId[]): Happening[] => [
  ...after.filter((id) => !before.includes(id)).map((id) => ({ what: 'took_in' as const, after: id })),
  ...before.filter((id) => !after.includes(id)).map((id) => ({ what: 'took_in' as const, before: id })),
]

/** The one table of what is changed of a ticket. A field that is not in it does not compile. In the order in which a change of many is told. */
export const ticketFields: { readonly [F in TicketField]: FieldRule<Ticket[F]> } = {
  title: valueOf('title'),
  status: { ...valueOf('status'), staysWhileMerged: true },
  priority: valueOf('priority'),
  assigned_to: valueOf('assigned_to'),
  team_id: valueOf('team_id'),
  tags: {
    ...listOf(),
    history: (before, after) => [{ what: 'tags', before, after }],
    undone: (now, before, after) => listUndone(now, before, after).slice(0, mostTags),
  },
  watcher_ids: {
    ...listOf(),
    // To follow a ticket does nothing to it: it stays where it is in every list.
    moves: false,
    history: () => [],
    undone: (now, before, after) => listUndone(now, before, after).toSorted((a, b) => a - b),
  },
  snoozed_until: { ...valueOf('snoozed_until'), staysWhileMerged: true },
  merged_into: { ...valueOf('merged_into'), undone: null },
  links: {
    ...listOf((a: TicketLink, b: TicketLink) => a.kind === b.kind && a.ticket_id === b.ticket_id),
    history: linked,
    undone: null,
  },
  took_in: { ...listOf(), history: tookIn, undone: null },
}
