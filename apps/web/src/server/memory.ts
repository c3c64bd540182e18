import type { DurableEvent } from '@livedesk/events'
import type { Place } from './connection.ts'
import { includes, type Position } from './position.ts'

/** An event of the log, with its place in the desk's order. */
export type Heard = { readonly seq: number; readonly event: DurableEvent }

const remembered = 2000

/** How far someone has heard the desk, and the last of what they heard. */
export class Memory {
  readonly #capacity: number
  #place: Place | undefined
  /** Nothing after this position is missing from `#heard`. */
  #from = 0
  #heard: Heard[] = []

  constructor(capacity = remembered) {
    this.#capacity = capacity
  }

  /** The same, for someone who goes on from here by themselves. */
  copy() {
    const other = new Memory(this.#capacity)
    other.#place = this.#place
    other.#from = this.#from
    other.#heard = [...this.#heard]
    return other
  }

  /** How far everything was heard; undefined before there is a beginning. */
  get place() {
    return this.#place
  }

  /** Whether everything after this position was, or will be, heard. */
  covers({ epoch, cursor }: Place) {
    return this.#place?.epoch === epoch && cursor >= this.#from
  }

  /** What was heard and is not in data of this position, oldest first. */
  after(position: Position): readonly Heard[] {
    if (this.#place?.epoch !== position.epoch) return []
    return this.#heard.slice(this.#indexAfter(position.cursor)).filter(({ seq }) => !includes(position, seq))
  }

  /** Whether such an event was heard of late. */
  has(wanted: (event: DurableEvent) => boolean) {
    return this.#heard.some(({ event }) => wanted(event))
  }

  /** Begins anew: what was before this place may lack something. */
  begin({ epoch, cursor }: Place) {
    this.#place = { epoch, cursor }
    this.#from = cursor
    this.#heard = []
  }

  /** Goes on to a later position of the same history; false if it is not later, and so was heard before. */
  moves(cursor: number) {
    if (!this.#place || cursor <= this.#place.cursor) return false
    this.#place = { ...this.#place, cursor }
    return true
  }

  /** Takes the next event; false if it was heard before. */
  hears({ seq, event }: Heard) {
    if (!this.moves(seq)) return false
    this.#heard.push({ seq, event })
    // Forgets by halves, so that remembering costs no shifting of the whole.
    if (this.#heard.length > 2 * this.#capacity) {
      this.#heard = this.#heard.slice(-this.#capacity)
      this.#from = (this.#heard[0]?.seq ?? seq) - 1
    }
    return true
  }

  /** Nothing was heard. */
  forget() {
    this.#place = undefined
    this.#from = 0
    this.#heard = []
  }

  /** Where the events after a position begin, by halving. */
  #indexAfter(cursor: number) {
    let [low, high] = [0, this.#heard.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#heard[middle]?.seq ?? 0) > cursor) high = middle
      else low = middle + 1
    }
    return low
  }
}
