import type { Framed } from './entry.ts'

/** The newest part of the log, in memory: enough for most returning clients to be served without a query. Bounded in bytes. */
export class Tail {
  readonly #maxBytes: number
  #entries: Framed[] = []
  #start = 0
  #bytes = 0
  #since: number

  /** An empty tail that reaches back to `position`. */
  constructor(position: number, maxBytes: number) {
    this.#since = position
    this.#maxBytes = maxBytes
  }

  /** Adds the next entry. */
  push(entry: Framed) {
    this.#entries.push(entry)
    this.#bytes += sizeOf(entry)
    while (this.#bytes > this.#maxBytes && this.#start < this.#entries.length - 1) this.#dropOldest()
  }

  /** Whether everything after this position is here. */
  covers(position: number) {
    return position >= this.#since
  }

  /** The entries after a position that the tail covers, oldest first. */
  *after(position: number): Generator<Framed> {
    for (let index = this.#firstAfter(position); index < this.#entries.length; index += 1) {
      const entry = this.#entries[index]
      if (entry) yield entry
    }
  }

  #firstAfter(position: number) {
    let low = this.#start
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#entries[middle]?.seq ?? Infinity) > position) high = middle
      else low = middle + 1
    }
    return low
  }

  #dropOldest() {
    const oldest = this.#entries[this.#start]
    if (!oldest) return
    this.#bytes -= sizeOf(oldest)
    this.#since = oldest.seq
    this.#start += 1
    // Shift rarely: one copy per thousands of drops.
    if (this.#start > 4096 && this.#start * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#start)
      this.#start = 0
    }
  }
}

// An entry costs some hundred bytes beside its frame.
const sizeOf = (entry: Framed) => 200 + (entry.frame?.length ?? 0)
