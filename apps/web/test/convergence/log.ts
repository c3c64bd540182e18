import type { ChatId, DurableEvent, UserId } from '@livedesk/events'
import type { Desk, Entry, Transaction } from './desk.ts'

type Numbered = { readonly seq: number; readonly event: DurableEvent; readonly isHeard: boolean }

/** The log of a desk, and which of it one person hears: by what they were a member of at each event. */
export class Log {
  readonly #desk: Desk
  readonly #viewer: UserId
  readonly #chats = new Set<ChatId>()
  readonly #numbers = new Map<Transaction, number[]>()
  #numbered: Numbered[] = []
  epoch = 'e1'
  head = 0

  constructor(desk: Desk, viewer: UserId) {
    this.#desk = desk
    this.#viewer = viewer
  }

  /** Gives numbers to some of what was committed. Those that held no row in common may be numbered in another order. */
  number(count: number, swaps: readonly boolean[]) {
    const order = [...this.#desk.inbox]
    for (const [index, wanted] of swaps.entries()) {
      const [one, other] = [order[index], order[index + 1]]
      if (wanted && one && other && areApart(one, other)) order.splice(index, 2, other, one)
    }
    const taken = order.slice(0, count)
    for (const transaction of taken)
      this.#numbers.set(
        transaction,
        transaction.entries.map((entry) => this.#append(entry)),
      )
    this.#desk.inbox = order.slice(count)
  }

  /** Events after a position that the viewer hears, in order. */
  after(cursor: number) {
    return this.#numbered.filter(({ seq, isHeard }) => isHeard && seq > cursor)
  }

  /** The numbers that a transaction's events were given. */
  numbersOf(transaction: Transaction) {
    return this.#numbers.get(transaction) ?? []
  }

  /** Another history begins, with numbers of its own. */
  beginEpoch(epoch: string, head: number) {
    this.number(this.#desk.inbox.length, [])
    this.epoch = epoch
    this.head = head
    this.#numbered = []
    this.#numbers.clear()
  }

  #append({ to, event, effect }: Entry) {
    this.head += 1
    if (effect?.user === this.#viewer && effect.does === 'join') this.#chats.add(effect.chat)
    this.#numbered.push({ seq: this.head, event, isHeard: this.#hears(to) })
    if (effect?.user === this.#viewer && effect.does === 'leave') this.#chats.delete(effect.chat)
    return this.head
  }

  #hears(to: Entry['to']) {
    if (to === 'agents') return true
    return 'user' in to ? to.user === this.#viewer : this.#chats.has(to.chat)
  }
}

const areApart = (one: Transaction, other: Transaction) => [...one.held].every((row) => !other.held.has(row))
