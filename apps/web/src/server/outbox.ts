import { UserId } from '@livedesk/events'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import type { Ask, RequestError } from './request.ts'
import type { Shelf } from './shelf.ts'
import type { EventStream } from './stream.ts'

/**
 * Something that a person did, as it is kept until the desk has it. `withdrawn`: they took it back, and the desk is to hear that
 * instead. `refusal`: the desk was reached, and did not agree.
 */
const Kept = z.object({
  user: UserId,
  work: z.string(),
  arg: z.unknown(),
  withdrawn: z.literal(true).optional(),
  refusal: z.unknown().optional(),
})
export type KeptWork = z.output<typeof Kept> & { readonly id: string }

export type Answer<Data> = { readonly data: Data; readonly error?: undefined } | { readonly error: RequestError }
export type AskDesk = (what: Exclude<Ask, string>) => PromiseLike<Answer<unknown>> | Answer<unknown>

/** Work that may wait: how it is read when it was kept, and how it is sent. Doing it twice does it once. */
export type Work<Arg, Data> = {
  readonly name: string
  readonly schema: z.ZodType<Arg>
  readonly send: (arg: Arg, ask: AskDesk) => Promise<Answer<Data>>
  /** Makes it undone, whether the desk has it, will have it, or never hears of it. Without it, what the desk has stays. */
  readonly withdraw?: (arg: Arg, ask: AskDesk) => Promise<Answer<unknown>>
}

type Options = {
  readonly stream: EventStream
  readonly clock: Clock
  readonly shelf: Shelf
  readonly ask: AskDesk
  /** Runs something while no other tab of this browser runs its like. */
  readonly alone: (run: () => Promise<void>) => Promise<void>
}

const prefix = 'livedesk.unsent.'
const withdrawal = '.withdrawn'
const firstWait = 1000
const longestWait = 15_000

type Sending = (arg: unknown, ask: AskDesk) => Promise<Answer<unknown>>
const works = new Map<string, { readonly send: Sending; readonly withdraw?: Sending }>()

/** Declares work that may wait, so that it can be sent also by a tab that did not begin it. */
export const declareWork = <Arg, Data>({ name, schema, send, withdraw }: Work<Arg, Data>) => {
  const read =
    (sending: (arg: Arg, ask: AskDesk) => Promise<Answer<unknown>>): Sending =>
    async (arg, ask) => {
      const { data, success } = schema.safeParse(arg)
      return success ? sending(data, ask) : unreadable
    }
  works.set(name, { send: read(send), ...(withdraw && { withdraw: read(withdraw) }) })
}

/**
 * What could not be sent: kept in this browser, over reloads, and sent in the order it was done as soon as the desk can be
 * reached, by one tab for all. What the desk then refuses stays until its person has decided.
 */
export class Outbox {
  readonly #options: Options
  readonly #listeners = new Set<() => void>()
  #all: readonly KeptWork[] = []
  #isSending = false
  /** What the desk is being asked just now, here. */
  #asking: { readonly id: string; readonly answered: Promise<unknown> } | undefined
  #lastAt = 0

  constructor(options: Options) {
    this.#options = options
    options.shelf.watch(() => this.#changed())
    options.stream.subscribe((news) => news.kind === 'state' && this.#changed())
    this.#changed()
  }

  /** What whoever is signed in has here, in the order it was done. */
  get all() {
    return this.#all
  }

  /** Whether something waits to be sent: what is done now comes behind it. */
  get isWaiting() {
    return this.#next() !== undefined
  }

  readonly subscribe = (changed: () => void) => {
    this.#listeners.add(changed)
    return () => void this.#listeners.delete(changed)
  }

  /** Keeps something to be sent; undefined when nobody is signed in to send it for. */
  keep(work: string, arg: unknown) {
    const { viewer } = this.#options.stream
    if (viewer === undefined) return undefined
    const id = this.#nextName()
    this.#put({ id, user: viewer, work, arg })
    return id
  }

  /** Sends once more what was refused. */
  again({ id, user, work, arg }: KeptWork) {
    this.#put({ id, user, work, arg })
  }

  /** Forgets something: it is sent, or its person does not want it any more. */
  drop(id: string) {
    this.#options.shelf.take(id)
    this.#changed()
  }

  /**
   * Takes back what waits; false when nothing does any more. Whether an earlier try reached the desk, from here or from another
   * tab, nobody here can know: so the desk is told to undo it, in its turn. What cannot be undone so is only not tried again.
   */
  async takeBack(id: string) {
    const sender = this.#all.find((one) => one.id === id)?.work
    const canWithdraw = sender !== undefined && works.get(sender)?.withdraw !== undefined
    if (!canWithdraw && this.#asking?.id === id) await this.#asking.answered
    const kept = this.#waiting().find((one) => one.id === id)
    if (!kept || kept.withdrawn) return false
    if (canWithdraw) this.withdraw(kept)
    else this.drop(id)
    return true
  }

  /** Makes something undone that waited a moment ago, also if the desk has it by now. */
  withdraw(kept: KeptWork) {
    // Under another name: a tab that was just answered takes the first one from the shelf.
    this.#put({ ...kept, id: `${kept.id}${withdrawal}`, withdrawn: true })
    this.drop(kept.id)
  }

  /** Resolves when something does not wait any more: sent, refused or dropped. */
  settled(id: string) {
    return new Promise<void>((resolve) => {
      const look = () => {
        if (this.#waiting().some((one) => one.id === id)) return
        stop()
        resolve()
      }
      const stop = this.subscribe(look)
      look()
    })
  }

  #put({ id, ...kept }: KeptWork) {
    this.#options.shelf.put(id, JSON.stringify(kept))
    this.#changed()
  }

  /** Names are in the order in which things were done, whichever tab named them. */
  #nextName() {
    this.#lastAt = Math.max(this.#options.clock.now(), this.#lastAt + 1)
    return `${prefix}${String(this.#lastAt).padStart(15, '0')}.${Math.random()}`
  }

  #changed() {
    const { shelf, stream } = this.#options
    const texts = shelf.names().filter((name) => name.startsWith(prefix))
    this.#all = texts
      .toSorted()
      .flatMap((id) => readKept(id, shelf.read(id)) ?? [])
      .filter(({ user }) => user === stream.viewer)
    for (const listener of this.#listeners) listener()
    void this.#send()
  }

  #waiting() {
    return this.#all.filter(({ refusal }) => refusal === undefined)
  }

  #next() {
    return this.#waiting()[0]
  }

  async #send() {
    if (this.#isSending || !this.#next()) return
    this.#isSending = true
    try {
      await this.#options.alone(() => this.#sendAll())
    } finally {
      this.#isSending = false
    }
    if (this.#next()) void this.#send()
  }

  async #sendAll() {
    const { ask, shelf } = this.#options
    let failures = 0
    for (let next = this.#next(); next; next = this.#next()) {
      // Another tab may have sent it a moment ago.
      if (shelf.read(next.id) === null) {
        this.#changed()
        continue
      }
      const work = works.get(next.work)
      const sending = next.withdrawn ? work?.withdraw : work?.send
      const answered = sending ? sending(next.arg, ask) : Promise.resolve(unreadable)
      this.#asking = { id: next.id, answered }
      const { error } = await answered
      this.#asking = undefined
      if (!error) this.drop(next.id)
      // Taken back in another tab meanwhile: whatever the desk said of it concerns nobody.
      else if (shelf.read(next.id) === null) this.#changed()
      else if (!mayPass(error)) this.#put({ ...next, refusal: error })
      else await this.#untilWorthIt((failures += 1))
      if (!error) failures = 0
    }
  }

  /** The connection is back, somebody signed in, or it is time to see. */
  #untilWorthIt(failures: number) {
    const { clock, stream } = this.#options
    return new Promise<void>((resolve) => {
      const go = () => {
        cancel()
        stop()
        resolve()
      }
      const cancel = clock.after(Math.min(firstWait * 2 ** (failures - 1), longestWait), go)
      const stop = stream.subscribe((news) => news.kind === 'state' && news.state.kind === 'live' && go())
    })
  }
}

/** Whether the same may be answered otherwise a moment later: the desk was not reached, or could not answer. */
export const mayPass = (error: RequestError) => {
  switch (error.kind) {
    case 'unreachable':
    case 'signed_out':
    case 'aborted':
      return true
    case 'problem':
      return error.status === 429 || error.status === 503
    case 'malformed':
      return error.status === 502 || error.status === 503 || error.status === 504
  }
}

// Another build wrote it.
const unreadable: Answer<never> = { error: { kind: 'malformed', status: 0 } }

const readKept = (id: string, text: string | null): KeptWork | undefined => {
  if (text === null) return undefined
  try {
    return { id, ...Kept.parse(JSON.parse(text)) }
  } catch {
    return undefined
  }
}
