import type { Notification, Ticket, TicketMessageKind } from '@livedesk/events'
import type { Person } from './people.ts'

/** The fields of a demo ticket that change. */
export type Fields = Pick<Ticket, 'status' | 'priority'> & {
  readonly assigned_to: Person | null
  readonly tags: readonly string[]
}

/** A message of the conversation. `at` is in minutes of the desk after the ticket came in, here and below. */
export type Said = {
  readonly kind: TicketMessageKind
  readonly by: Person | 'requester'
  readonly body: string
  readonly at: number
}

/** A change of the ticket: the fields that changed, with what they were and became. */
export type Changed = {
  readonly by: Person
  readonly before: Partial<Fields>
  readonly after: Partial<Fields>
  readonly at: number
}

/** Something that a person was told of. */
export type Noticed = {
  readonly to: Person
  readonly kind: Notification['kind']
  readonly by: Person
  readonly at: number
}

export type Happened = {
  readonly said: readonly Said[]
  readonly changed: readonly Changed[]
  readonly noticed: readonly Noticed[]
}

/** What became of one ticket, step by step, kept as the desk itself would have kept it. */
export class Course {
  readonly #said: Said[] = []
  readonly #changed: Changed[] = []
  readonly #noticed: Noticed[] = []
  #fields: Fields
  #at = 0

  constructor(fields: Fields) {
    this.#fields = fields
  }

  /** The ticket as it is now. */
  get fields() {
    return this.#fields
  }

  /** Lets minutes pass. */
  pass(minutes: number) {
    this.#at += minutes
  }

  /** Someone writes: the requester, or the desk. The assignee is told of what a colleague writes. */
  say(kind: TicketMessageKind, by: Person | 'requester', body: string) {
    this.#said.push({ kind, by, body, at: this.#at })
    const { assigned_to } = this.#fields
    if (by === 'requester' || assigned_to === null || assigned_to === by) return
    this.#noticed.push({ to: assigned_to, kind: 'ticket_message_posted', by, at: this.#at })
  }

  /** Someone changes fields, if that changes anything. A new assignee is told, unless they took it themselves. */
  change(by: Person, wanted: Partial<Fields>) {
    const was = this.#fields
    const { status, priority, assigned_to, tags } = wanted
    const after = {
      ...(status !== undefined && status !== was.status && { status }),
      ...(priority !== undefined && priority !== was.priority && { priority }),
      ...(assigned_to !== undefined && assigned_to !== was.assigned_to && { assigned_to }),
      ...(tags !== undefined && tags.join() !== was.tags.join() && { tags }),
    }
    if (Object.keys(after).length === 0) return
    const before = {
      ...('status' in after && { status: was.status }),
      ...('priority' in after && { priority: was.priority }),
      ...('assigned_to' in after && { assigned_to: was.assigned_to }),
      ...('tags' in after && { tags: was.tags }),
    }
    this.#fields = { ...was, ...after }
    this.#changed.push({ by, before, after, at: this.#at })
    if (after.assigned_to && after.assigned_to !== by) {
      this.#noticed.push({ to: after.assigned_to, kind: 'ticket_assigned', by, at: this.#at })
    }
  }
  /** All of it, told faster if it would not fit into the time since the ticket came in. */
  within(minutes: number): Happened {
    const pace = Math.min(1, (0.95 * minutes) / this.#at)
    const timed = <T extends { readonly at: number }>(these: readonly T[]) =>
      these.map((one) => ({ ...one, at: one.at * pace }))
    return { said: timed(this.#said), changed: timed(this.#changed), noticed: timed(this.#noticed) }
  }
}
