import type { Dice } from './dice.ts'
import type { Plan, Step } from './orders.ts'

export type Place = {
  readonly users: number
  readonly chats: number
  readonly tickets: number
  readonly sessions: () => readonly number[]
}

export type Planned = {
  readonly transaction: string
  readonly plan: Plan
  readonly says: readonly string[]
  readonly takenBack: readonly string[]
}

/** Draws random transactions for one actor: its next is planned when its last has been answered. */
export class Planner {
  readonly #actor: string
  readonly #dice: Dice
  readonly #place: Place
  readonly #mayDie: boolean
  #transactions = 0

  constructor(actor: string, dice: Dice, place: Place, { mayDie }: { readonly mayDie: boolean }) {
    this.#actor = actor
    this.#dice = dice
    this.#place = place
    this.#mayDie = mayDie
  }

  next(): Planned {
    const dice = this.#dice
    const transaction = `${this.#actor}-${(this.#transactions += 1)}`
    const drawing = new Drawing(transaction, dice, this.#place)
    const steps = drawing.steps(dice.between(1, dice.chance(0.1) ? 12 : 4), true)
    return {
      transaction,
      says: drawing.says,
      takenBack: drawing.takenBack,
      plan: {
        steps,
        isolation: dice.chance(0.15) ? dice.pick(['repeatable read', 'serializable']) : 'read committed',
        ending: dice.chance(0.1) ? 'rollback' : 'commit',
        afterwards: this.#mayDie && dice.chance(0.004) ? 'die' : dice.chance(0.04) ? 'number late' : 'number',
      },
    }
  }
}

class Drawing {
  readonly says: string[] = []
  readonly takenBack: string[] = []
  readonly #transaction: string
  readonly #dice: Dice
  readonly #place: Place
  #said = 0

  constructor(transaction: string, dice: Dice, place: Place) {
    this.#transaction = transaction
    this.#dice = dice
    this.#place = place
  }

  steps(count: number, kept: boolean): Step[] {
    const dice = this.#dice
    const steps: Step[] = []
    for (let drawn = 0; drawn < count; drawn += 1) {
      if (dice.chance(0.05)) steps.push({ do: 'wait', ms: dice.between(1, 60) })
      if (dice.chance(0.1)) {
        const fails = dice.chance(0.5)
        steps.push({ do: 'part', fails, steps: this.steps(dice.between(1, 2), kept && !fails) })
      }
      if (dice.chance(0.4)) {
        // What changes a ticket says so: every version is told.
        steps.push({ do: 'change', ticketId: dice.between(1, this.#place.tickets) }, this.#event(kept))
      } else steps.push(dice.chance(0.01) ? this.#endSession() : this.#event(kept))
    }
    return steps
  }

  /** It has no event: the record alone tells of it. */
  #endSession(): Step {
    const [session, ...others] = this.#place.sessions()
    const sessionId = session === undefined ? 0 : this.#dice.pick([session, ...others])
    return { do: 'end_session', sessionId, said: this.#nextId() }
  }

  #event(kept: boolean): Step {
    const { users, chats } = this.#place
    const dice = this.#dice
    const [userId, chatId, said] = [dice.between(1, users), dice.between(1, chats), this.#nextId()]
    ;(kept ? this.says : this.takenBack).push(said)
    const kind = dice.next()
    if (kind < 0.12) return { do: 'join', chatId, userId, said }
    if (kind < 0.2) return { do: 'leave', chatId, userId, said }
    if (kind < 0.45) return { do: 'announce', said, bytes: this.#bytes() }
    if (kind < 0.7) return { do: 'tell', userId, said, bytes: this.#bytes() }
    return { do: 'post', chatId, said, bytes: this.#bytes() }
  }

  #nextId() {
    return `${this.#transaction}:${(this.#said += 1)}`
  }

  #bytes() {
    const dice = this.#dice
    if (dice.chance(0.003)) return 100_000
    if (dice.chance(0.03)) return dice.between(4000, 20_000)
    return dice.between(1, 200)
  }
}
