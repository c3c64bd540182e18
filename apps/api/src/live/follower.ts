import type { Resync } from '@livedesk/events'
import type { Logger } from 'pino'
import { type Batch, type Gap, type Head, type LogEntry, type Queryable, readAfter, readHead, reopen } from './log.ts'
import type { LiveMetrics } from './metrics.ts'

/** Where a returning client stands. */
export type Bookmark = { readonly cursor: number; readonly epoch: string | undefined }

export type FollowerOptions = {
  /** Reads the log: a connection that no request waits for. */
  readonly reader: Queryable
  readonly log: Logger
  readonly metrics: LiveMetrics
  /** The next entry in the order. The position moves when it returns. */
  readonly deliver: (entry: LogEntry) => void
  /** All that came at once has been delivered. */
  readonly delivered: () => void
  /** The order that was followed is not the database's any more: it goes on from this position, in this epoch. */
  readonly startOver: (position: number, reason: Resync['reason']) => void
}

const pageSize = 256

/**
 * A batch that is ahead waits this long for the one before it, which is often on its way over another connection: the
 * worker's own numbering, or a NOTIFY. Then the log is read.
 */
const holeMs = 10

/** So many batches wait for a hole to be filled; one more, and the log is read at once. */
const mostEarly = 16

/** Who is more events behind than this loads anew: that costs less than reading them out, for the desk and for the tab. */
const resumableEvents = 50_000

/**
 * Follows the log from position to position without a step left out: a batch that continues the position is delivered,
 * anything else makes it read the log from there.
 */
export class Follower {
  readonly #options: FollowerOptions
  readonly #arrivals = new Set<{ readonly position: number; readonly resolve: () => void }>()
  #position: number
  #epoch: string
  #prunedSeq: number
  #gaps: readonly Gap[]
  #catchingUp: Promise<void> | undefined
  /** Batches that begin after the position. */
  #early: Batch[] = []
  #hole: NodeJS.Timeout | undefined
  /** How far to read when what is being read now has been. */
  #next = 0

  /** A follower at the head of the log. */
  static async open(options: FollowerOptions) {
    await reopen(options.reader)
    return new Follower(options, await readHead(options.reader))
  }

  private constructor(options: FollowerOptions, head: Head & { readonly gaps: readonly Gap[] }) {
    this.#options = options
    this.#position = head.seq
    this.#epoch = head.epoch
    this.#prunedSeq = head.prunedSeq
    this.#gaps = head.gaps
  }

  get position() {
    return this.#position
  }

  get epoch() {
    return this.#epoch
  }

  /** Takes numbered entries, from whomever. What continues the position is delivered now; what is ahead waits for a hole to be filled. */
  accept(batch: Batch) {
    if (batch.head <= this.#position) return
    if (batch.prev > this.#position) this.#keep(batch)
    else this.#deliver(batch.entries.filter((entry) => entry.seq > this.#position))
  }

  #keep(batch: Batch) {
    this.#early.push(batch)
    if (this.#early.length > mostEarly) this.#fillHole()
    else this.#hole ??= setTimeout(() => this.#fillHole(), holeMs)
  }

  /** Reads what is missing before the batches that came early, and with it what they hold. */
  #fillHole() {
    const upTo = Math.max(...this.#early.map(({ head }) => head))
    this.#forgetEarly()
    this.catchUp(upTo)
  }

  #forgetEarly() {
    clearTimeout(this.#hole)
    this.#hole = undefined
    this.#early = []
  }

  /** Delivers what came early and continues the position now. */
  #takeEarly() {
    if (this.#early.length === 0) return
    const next = this.#early.find(({ prev, head }) => prev <= this.#position && this.#position < head)
    this.#early = this.#early.filter((batch) => batch !== next && batch.head > this.#position)
    if (this.#early.length === 0) this.#forgetEarly()
    if (next) this.accept(next)
  }

  /** Reads the log from the position up to another, or to its head. Calls coalesce; trouble is left to the next nudge or sweep. */
  catchUp(upTo = Infinity) {
    if (upTo <= this.#position) return
    if (this.#catchingUp) {
      this.#next = Math.max(this.#next, upTo)
      return
    }
    this.#options.metrics.catchUps.inc()
    this.#catchingUp = this.read(upTo)
      .catch((error: unknown) =>
        this.#options.log.warn({ err: error }, 'could not read the log; the next sweep tries again'),
      )
      .finally(() => {
        this.#catchingUp = undefined
        const next = this.#next
        this.#next = 0
        this.catchUp(next)
      })
  }

  /** Reads the log from the position up to another, or to its head. Rejects if it cannot be read now. */
  async read(upTo = Infinity) {
    while (this.#position < upTo) {
      const from = this.#position
      const entries = (await readAfter(this.#options.reader, from, pageSize)).filter(({ seq }) => seq > this.#position)
      const run = entries.slice(0, contiguous(entries, this.#position))
      if (run.length > 0) {
        this.#deliver(run)
        continue
      }
      if (this.#position !== from) continue
      const head = await readHead(this.#options.reader)
      this.#gaps = head.gaps
      this.#prunedSeq = head.prunedSeq
      if (head.epoch !== this.#epoch) return this.#startOver(head, 'epoch')
      // Someone else moved on meanwhile: what the head says of `from` is of no use here.
      if (this.#position !== from) continue
      const gap = head.gaps.find(({ after, first }) => after <= from && from < first)
      if (head.seq < from || (gap && gap.after < from)) return this.#startOver(head, 'lost_tail')
      if (head.prunedSeq > from) return this.#startOver(head, 'pruned')
      if (gap) this.#moveTo(gap.first)
      else if (head.seq === from) return
    }
  }

  /** Resolves when the position has come this far; if it has not yet, the log is read. */
  reached(position: number) {
    if (position <= this.#position) return Promise.resolve()
    this.catchUp(position)
    return new Promise<void>((resolve) => this.#arrivals.add({ position, resolve }))
  }

  /** Whether this position was lost in a crash: what was read as of it is of a history that nobody follows. */
  isLost(position: number) {
    return this.#gaps.some(({ after, first }) => after < position && position < first)
  }

  /** Why a client that stands there cannot be told all that it missed; undefined if it can, as far as is known here. */
  whyLost({ cursor, epoch }: Bookmark): Resync['reason'] | undefined {
    if (epoch !== undefined && epoch !== this.#epoch) return 'epoch'
    if (cursor > this.#position) return 'future'
    if (this.isLost(cursor)) return 'lost_tail'
    if (cursor < this.#prunedSeq || this.#eventsAfter(cursor) > resumableEvents) return 'pruned'
    return undefined
  }

  /** How many events the desk has seen since, for all audiences. */
  #eventsAfter(cursor: number) {
    const skipped = this.#gaps.filter(({ after }) => after >= cursor).map(({ after, first }) => first - after)
    return this.#position - cursor - skipped.reduce((sum, size) => sum + size, 0)
  }

  #deliver(entries: readonly LogEntry[]) {
    for (const entry of entries) {
      this.#options.deliver(entry)
      this.#position = entry.seq
    }
    this.#options.delivered()
    this.#arrive()
    this.#takeEarly()
  }

  #moveTo(position: number) {
    this.#position = position
    this.#arrive()
  }

  #arrive() {
    this.#options.metrics.position.set(this.#position)
    for (const arrival of this.#arrivals) {
      if (arrival.position > this.#position) continue
      this.#arrivals.delete(arrival)
      arrival.resolve()
    }
  }

  #startOver(head: Head, reason: Resync['reason']) {
    this.#options.log.warn(
      { from: this.#position, to: head.seq, reason },
      'the log is not the one that was followed; every client loads anew',
    )
    this.#epoch = head.epoch
    this.#forgetEarly()
    this.#options.startOver(head.seq, reason)
    this.#moveTo(head.seq)
  }
}

/** How many entries, from the first, continue the position without a step left out. */
const contiguous = (entries: readonly LogEntry[], position: number) => {
  const end = entries.findIndex((entry, index) => entry.seq !== position + 1 + index)
  return end === -1 ? entries.length : end
}
