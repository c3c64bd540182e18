import { createNextState } from '@reduxjs/toolkit'
import type { DurableEvent } from '@livedesk/events'
import { type Appliers, apply } from './appliers.ts'
import type { Place as StreamPlace } from './connection.ts'
import type { Foretold } from './foretold.ts'
import { advance, includes, type Reading } from './position.ts'
import type { Heard } from './memory.ts'
import type { EventStream } from './stream.ts'
import { tick } from './tick.ts'

/** A part of an entry that was loaded at one time: a page, or all of it. `place` is what its appliers are told of it. */
export type Slot<Place> = { readonly at: Reading; readonly place: Place }

/** How an entry's data is made of parts. */
export type Shape<Data, Part, Place> = {
  readonly appliers: Appliers<Part, Place>
  readonly parts: (data: Data) => readonly Part[]
  /** The same data with other parts. */
  readonly assemble: (data: Data, parts: Part[]) => Data
  /** The slots of data as it was loaded, the first of which are known already. */
  readonly slots: (loaded: Data, reading: Reading | undefined, known: readonly Slot<Place>[]) => Slot<Place>[]
  /** Mends parts that were read at different times: what moved between may be in two of them. */
  readonly settle?: ((parts: Part[]) => Part[]) | undefined
  /** Whether the data holds what an event tells, in whichever part. */
  readonly knows?: ((parts: readonly Part[], event: DurableEvent) => boolean) | undefined
  /** Whether an event has to do with a part at all: where there are many, most are spared a draft. */
  readonly concerns?: ((part: Part, event: DurableEvent, place: Place) => boolean) | undefined
  /** Which event may make an entry loadable that could not be loaded. */
  readonly revivedBy?: ((event: DurableEvent) => boolean) | undefined
}

/** One cache entry, kept right. What is known of the desk stands apart from what is only foretold. */
export class Watch<Data, Part, Place> {
  readonly #shape: Shape<Data, Part, Place>
  readonly #stream: EventStream
  #truth: Data | undefined
  #slots: readonly Slot<Place>[] = []
  #isWhole = true
  #needsReload = false
  /** When somebody last doubted it. Only what was asked for later can tell. */
  #doubtedAt = 0
  #failed = false
  #askedAt: StreamPlace | undefined

  constructor(shape: Shape<Data, Part, Place>, stream: EventStream) {
    this.#shape = shape
    this.#stream = stream
  }

  /** Whether what is known lacks something that only a fresh load can give. */
  get isStale() {
    return !this.#isWhole || this.#needsReload || this.#slots.some(({ at }) => at.asked < this.#doubtedAt)
  }

  /** Takes an answer, of whatever age, and makes of it what is known by now. */
  land(answer: unknown, reading: Reading | undefined, isNextPage: boolean) {
    if (!isLike(answer, this.#truth)) return
    const known = isNextPage ? this.#slots : []
    const slots = this.#shape.slots(answer, reading, known)
    if (!isNextPage && this.#isOlder(slots)) return

    const later = slots.map(({ at }, index) => (index < known.length ? [] : this.#stream.after(at)))
    const covered = slots.slice(known.length).every(({ at }) => this.#isCovered(at))
    this.#isWhole = covered && (!isNextPage || this.#isWhole)
    this.#needsReload &&= isNextPage
    this.#failed = false
    this.#slots = slots.map(({ at, place }) => ({ at: this.#caughtUp(at), place }))
    this.#truth = this.#settled(this.#give(this.#grown(answer, known.length), (index) => later[index] ?? []))
  }

  /** A request for it begins. */
  begin() {
    this.#askedAt = this.#stream.place
  }

  /** The answer was that there is nothing to be had. It may be older than what made it to be had. */
  fail() {
    const { revivedBy } = this.#shape
    const heard = this.#stream.place
    const asked = this.#askedAt && { ...this.#askedAt, ahead: [] }
    const mayHaveMissed = heard !== undefined && (asked === undefined || !this.#stream.covers(asked))
    this.#failed = true
    this.#isWhole = true
    this.#doubtedAt = 0
    this.#needsReload =
      revivedBy !== undefined &&
      (mayHaveMissed || (asked !== undefined && this.#stream.after(asked).some(({ event }) => revivedBy(event))))
  }

  /** Takes what was just heard. */
  hear(heard: readonly Heard[]) {
    const { appliers, revivedBy } = this.#shape
    if (this.#failed && revivedBy && heard.some(({ event }) => revivedBy(event))) this.#needsReload = true
    if (this.#truth === undefined || heard.every(({ event }) => appliers[event.type] === 'irrelevant')) return
    const epoch = this.#stream.place?.epoch
    const before = this.#truth
    const after = this.#give(before, (index) => {
      const at = this.#slots[index]?.at
      return at && at.epoch === epoch ? heard.filter(({ seq }) => !includes(at, seq)) : []
    })
    // A page of another history was not given what moved a row into one of this.
    const isOfOneHistory = this.#slots.every(({ at }) => at.epoch === epoch)
    this.#truth = isOfOneHistory || after === before ? after : this.#settled(after)
    // No further than what was given: the stream may have begun anew since, behind something that nobody heard.
    const last = heard.at(-1)?.seq ?? 0
    this.#slots = this.#slots.map(({ at, place }) => ({ at: at.epoch === epoch ? advance(at, last) : at, place }))
  }

  /** Something was missed: finds out whether it matters here. */
  check() {
    this.#isWhole = this.#failed
      ? this.#shape.revivedBy === undefined
      : this.#truth === undefined || this.#slots.every(({ at }) => this.#isCovered(at))
    return this.#isWhole
  }

  /** Somebody else changed the entry's data. */
  adopt(data: unknown) {
    if (this.#truth !== undefined && isLike(data, this.#truth)) this.#truth = data
  }

  /** What is to be seen: what is known, and what is foretold on top of it. */
  view(foretold: readonly Foretold[]): Data | undefined {
    if (this.#truth === undefined || foretold.length === 0) return this.#truth
    const { parts, assemble, knows } = this.#shape
    const before = parts(this.#truth)
    const news = foretold.filter(({ forecast }) => !knows?.(before, forecast.event))
    const after = before.map((part, index) =>
      news.reduce((seen, one) => (this.#lacks(index, one) ? this.#apply(seen, index, one.forecast.event) : seen), part),
    )
    return after.every((part, index) => part === before[index]) ? this.#truth : assemble(this.#truth, after)
  }

  /** Whether something confirmed may be missing from what is known. */
  needs(foretold: Foretold) {
    const isConcerned = this.#shape.appliers[foretold.forecast.event.type] !== 'irrelevant'
    return (
      isConcerned &&
      this.#truth !== undefined &&
      !this.#failed &&
      this.#slots.some((_, index) => this.#lacks(index, foretold))
    )
  }

  /** Only a fresh load can tell what is so. */
  doubt() {
    this.#doubtedAt = tick()
  }

  #lacks(index: number, { confirmed_at }: Foretold) {
    return confirmed_at === undefined || (this.#slots[index]?.at.asked ?? 0) < confirmed_at
  }

  #give(data: Data, eventsFor: (index: number) => readonly Heard[]): Data {
    const { parts, assemble } = this.#shape
    const before = parts(data)
    const after = before.map((part, index) =>
      eventsFor(index).reduce(
        (known, { event }) => this.#apply(known, index, event, () => (this.#needsReload = true)),
        part,
      ),
    )
    return after.every((part, index) => part === before[index]) ? data : assemble(data, after)
  }

  #apply(part: Part, index: number, event: DurableEvent, reload?: () => void): Part {
    const slot = this.#slots[index]
    const { appliers, concerns } = this.#shape
    if (!slot || appliers[event.type] === 'irrelevant' || concerns?.(part, event, slot.place) === false) return part
    return createNextState<Part, Part>(part, (draft) => {
      if (apply(appliers, draft, event, slot.place) === 'reload') reload?.()
    })
  }

  /** The pages that are known, and those that the answer adds to them; the answer's own first pages are older. */
  #grown(answer: Data, known: number): Data {
    if (known === 0 || this.#truth === undefined) return answer
    const { parts, assemble } = this.#shape
    return assemble(answer, [...parts(this.#truth), ...parts(answer).slice(known)])
  }

  #settled(data: Data): Data {
    const { parts, assemble, settle } = this.#shape
    return settle && parts(data).length > 1 ? assemble(data, settle([...parts(data)])) : data
  }

  /** Whether an answer, even with all that is remembered since, is older than what is known. */
  #isOlder(slots: readonly Slot<Place>[]) {
    const heard = this.#stream.place
    if (this.#truth === undefined || !heard) return false
    const reach = ({ at }: Slot<Place>) => {
      if (at.epoch !== heard.epoch) return -1
      return this.#stream.covers(at) ? Math.max(at.cursor, heard.cursor) : at.cursor
    }
    return Math.min(...slots.map(reach)) < Math.max(...this.#slots.map(reach))
  }

  #isCovered(at: Reading) {
    return this.#stream.place === undefined || this.#stream.covers(at)
  }

  #caughtUp(at: Reading) {
    const heard = this.#stream.place
    return heard?.epoch === at.epoch ? advance(at, heard.cursor) : at
  }
}

// What lands at an entry is what its endpoint loaded: like what landed before.
const isLike = <Data>(_answer: unknown, _before: Data | undefined): _answer is Data => true
