import { Resync, Welcome } from '@livedesk/events'
import { z } from 'zod'
import type { History } from './history.ts'

const Event = z.object({ type: z.string(), seq: z.int().positive(), said: z.string().optional() })
const Pong = z.object({ type: z.literal('pong'), cursor: z.int() })

/** Where a tab stands, as the protocol has it remember it. */
export type Place = { readonly cursor: number; readonly epoch: string }

/** A tab's memory: it writes down each frame that it hears, and where it stands after it. It never drops a frame. */
export class Listener {
  readonly histories: History[] = []
  #place: Place | undefined

  get place() {
    return this.#place
  }

  /** What it writes down now; undefined before its first session. */
  get history() {
    return this.histories.at(-1)
  }

  /** Someone has signed in: nothing of before is resumed. */
  begin(history: Omit<History, 'seen'>) {
    this.#place = undefined
    this.histories.push({ ...history, seen: [] })
  }

  /** Hears a frame on a socket that was opened with a place to resume from, or none. True if what is on screen is to be loaded anew. */
  hear(text: string, asked: Place | undefined): boolean {
    const seen = this.history?.seen
    if (!seen) throw new Error('Nobody has signed in.')
    const frame: unknown = JSON.parse(text)
    const event = Event.safeParse(frame)
    if (event.success) {
      const { seq, said, type } = event.data
      seen.push({ at: 'event', seq, said, type })
      this.#standAt(seq)
      return false
    }
    const pong = Pong.safeParse(frame)
    if (pong.success) {
      const { cursor } = pong.data
      seen.push({ at: 'pong', cursor })
      this.#standAt(Math.max(this.#place?.cursor ?? 0, cursor))
      return false
    }
    const welcome = Welcome.safeParse(frame)
    if (welcome.success) {
      const { cursor, epoch, resumed } = welcome.data
      seen.push({ at: 'welcome', cursor, epoch, resumed, asked })
      if (!resumed) this.#place = { cursor, epoch }
      return !resumed
    }
    const resync = Resync.safeParse(frame)
    if (!resync.success) return false
    const { cursor, epoch, reason } = resync.data
    seen.push({ at: 'resync', cursor, epoch, reason })
    this.#place = { cursor, epoch }
    return true
  }

  closed(code: number) {
    this.history?.seen.push({ at: 'closed', code })
  }

  #standAt(cursor: number) {
    if (this.#place) this.#place = { ...this.#place, cursor }
  }
}
