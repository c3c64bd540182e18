import type { Queryable } from '@livedesk/api/src/live/log.ts'
import type { Dice } from '../chaos/dice.ts'
import type { Logged, Said } from '../chaos/history.ts'
import type { VirtualTime } from './virtual-time.ts'

type Effect =
  | { readonly do: 'join' | 'leave'; readonly chat_id: number; readonly user_id: number }
  | { readonly do: 'end_session'; readonly session_id: number }

/** What a transaction says: a row of the inbox, and later of the log. */
export type Row = {
  readonly said: Said
  readonly audience: 'user' | 'chat' | 'agents' | 'nobody'
  readonly audienceId: number | null
  readonly event: string | null
  readonly effect: Effect | null
}

/** `effect` is null where it changed nothing; the row keeps it, for a crash may put it back into the inbox. */
type Numbered = { readonly row: Row; readonly seq: number; readonly effect: Effect | null }

type Question = { readonly text: string; readonly values?: unknown[] }

/** So much later, at most, a numbering is on the disk: it commits asynchronously. */
const flushedAfterMs = 600
const skippedByRestart = 1_000_000

/**
 * The live tables in memory, with what a server does to those who ask: it answers late, and when it crashes it breaks all
 * connections and has lost its last numberings. What its statements do is what the migrations say.
 */
export class SimulatedDatabase {
  readonly said: Said[] = []
  readonly gaps: { after: number; first: number }[] = []
  readonly epoch = 'the only one'
  head = 0
  crashed = false
  pruned = 0
  readonly #time: VirtualTime
  readonly #dice: Dice
  #inbox: Row[] = []
  #log: Numbered[] = []
  /** Where each numbering ended, and when. */
  #numberings: { readonly length: number; readonly before: number; readonly at: number }[] = []
  #members = new Map<number, Set<number>>()
  /** Goes up with each crash: what was asked before it is not answered. */
  #life = 0
  #up = true

  constructor(time: VirtualTime, dice: Dice) {
    this.#time = time
    this.#dice = dice
  }

  get up() {
    return this.#up
  }

  get log(): Logged[] {
    return this.#log.map(({ seq, effect, row }) => ({
      seq,
      said: row.event === null ? undefined : row.said.said,
      endsSession: effect?.do === 'end_session' ? effect.session_id : undefined,
    }))
  }

  get unnumbered() {
    return this.#inbox.length
  }

  /** Commits a transaction that says this. False while the server is away. */
  commit(rows: readonly Row[]) {
    if (!this.#up) return false
    this.said.push(...rows.map(({ said }) => said))
    this.#inbox.push(...rows)
    return true
  }

  /** Whether a session has been ended by a transaction that committed. */
  ended(sessionId: number) {
    return this.said.some((said) => said.kind === 'end_session' && said.sessionId === sessionId)
  }

  /** Forgets an older part of the log, as retention does: nothing that a crash could still take back. */
  prune() {
    const flushed = this.#log.slice(0, this.#unflushed?.length).filter(({ seq }) => seq > this.pruned)
    if (this.#up && flushed.length > 0) this.pruned = flushed[this.#dice.between(0, flushed.length - 1)]?.seq ?? 0
  }

  /** Ends the server, and starts it again after a while. The numberings that were not on the disk are undone. */
  crash(downMs: number, onUp: () => void) {
    if (!this.#up) return
    this.#up = false
    this.crashed = true
    this.#life += 1
    const oldest = this.#time.now - this.#dice.between(0, flushedAfterMs)
    const lost = this.#numberings.find(({ at }) => at > oldest)
    if (lost) {
      this.#inbox.unshift(...this.#log.splice(lost.length).map(({ row }) => row))
      this.head = lost.before
    }
    this.#numberings = []
    this.#members = new Map()
    for (const { effect } of this.#log) if (effect) this.#apply(effect)
    this.gaps.push({ after: this.head, first: this.head + skippedByRestart })
    this.head += skippedByRestart
    this.#time.after(downMs, () => {
      this.#up = true
      onUp()
    })
  }

  /** A connection: one question at a time, in the order they were asked. */
  connection(): Queryable {
    let free = 0
    return {
      // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- As the client that it stands for.
      query: async <R extends unknown[]>({ text, values = [] }: Question): Promise<{ rows: R[] }> => {
        const life = this.#life
        const asked = Math.max(free, this.#time.now) + this.#delay()
        const answered = asked + this.#delay()
        free = answered
        await this.#time.wait(asked - this.#time.now)
        if (!this.#up || life !== this.#life) throw new Error('The connection is gone.')
        // oxlint-disable-next-line typescript/no-unsafe-assignment -- Which rows a statement answers, only its author knows.
        const rows: R[] = JSON.parse(JSON.stringify(this.#answer(text, values)))
        await this.#time.wait(answered - this.#time.now)
        // An answer that had left the server may still be read.
        if (life !== this.#life && this.#dice.chance(0.5)) throw new Error('The connection is gone.')
        return { rows }
      },
    }
  }

  /** The first numbering that may not be on the disk. */
  get #unflushed() {
    return this.#numberings.find(({ at }) => at > this.#time.now - flushedAfterMs)
  }

  get #kept() {
    return this.#log.filter(({ seq }) => seq > this.pruned)
  }

  #delay() {
    return this.#dice.chance(0.1) ? this.#dice.between(5, 60) : this.#dice.next() * 2
  }

  #answer(text: string, values: readonly unknown[]): unknown[][] {
    const [first, second] = values.map(Number)
    if (text.includes('live_reopen')) return [[]]
    if (text.includes('live_number')) return this.#number(first ?? 0)
    if (text.includes('live_member')) {
      const wanted = (Array.isArray(values[0]) ? values[0] : []).map(Number)
      const found = wanted.flatMap((id) => [...(this.#members.get(id) ?? [])].map((chat) => [this.head, id, chat]))
      return found.length > 0 ? found : [[this.head, null, null]]
    }
    if (text.includes('effect is not null')) {
      const at = second ?? 0
      const isLost = this.head < at || this.gaps.some(({ after, first: next }) => after < at && at < next)
      const found = this.#kept.filter(({ seq, effect }) => seq > (first ?? 0) && effect).map((one) => asRow(one, null))
      return found.length > 0 ? found.map((row) => [isLost, ...row]) : [[isLost, null, null, null, null, null]]
    }
    if (text.includes('from live_log')) {
      const after = this.#kept.filter(({ seq }) => seq > (first ?? 0))
      return after.slice(0, second).map((one) => asRow(one, one.row.event))
    }
    if (text.includes('from live_head')) {
      const head = [this.head, this.pruned, this.epoch]
      return this.gaps.length === 0
        ? [[...head, null, null]]
        : this.gaps.map(({ after, first: next }) => [...head, after, next])
    }
    throw new Error(`The simulated database does not know: ${text}`)
  }

  #number(maxRows: number) {
    const before = this.head
    const taken = this.#inbox.splice(0, maxRows)
    const numbered = taken.map((row, index): Numbered => {
      const effect = row.effect && this.#apply(row.effect) ? row.effect : null
      return { row, effect, seq: before + 1 + index }
    })
    if (numbered.length > 0) {
      this.#numberings.push({ length: this.#log.length, before, at: this.#time.now })
      this.#log.push(...numbered)
      this.head = before + numbered.length
    }
    return [[before, null, null, null, null], ...numbered.map((one) => asRow(one, one.row.event))]
  }

  /** False if it changes nothing. */
  #apply(effect: Effect) {
    if (effect.do === 'end_session') return true
    const chats = this.#members.get(effect.user_id) ?? new Set()
    this.#members.set(effect.user_id, chats)
    if (effect.do === 'leave') return chats.delete(effect.chat_id)
    if (chats.has(effect.chat_id)) return false
    chats.add(effect.chat_id)
    return true
  }
}

const asRow = ({ seq, row, effect }: Numbered, event: string | null) => [
  String(seq),
  row.audience,
  row.audienceId === null ? null : String(row.audienceId),
  event,
  effect,
]
