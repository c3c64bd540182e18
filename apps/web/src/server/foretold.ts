import type { DurableEvent } from '@livedesk/events'
import { tick } from './tick.ts'

/** An event that is shown before the desk has said it: what a person did, as it will be told if the desk agrees. */
export type Forecast = {
  readonly event: DurableEvent
  /** The same on top of something that was heard meanwhile; undefined if that makes no difference. */
  readonly rebase?: (heard: DurableEvent) => DurableEvent | undefined
  /** Whether this is the event that was foretold. */
  readonly cameTrue: (heard: DurableEvent) => boolean
}

/** A forecast as it stands. Data that was asked for after `confirmed_at` holds it already. */
export type Foretold = { readonly forecast: Forecast; readonly confirmed_at: number | undefined }

/** What was foretold in this tab, in the order it was done, until it has come true or was taken back. */
export class Forecasts {
  #foretold = new Map<number, Foretold>()

  get all(): readonly Foretold[] {
    return [...this.#foretold.values()]
  }

  get(key: number) {
    return this.#foretold.get(key)
  }

  add(forecast: Forecast) {
    const key = tick()
    this.#foretold.set(key, { forecast, confirmed_at: undefined })
    return key
  }

  /**
   * The desk agreed, and this is what it will say. It comes before what the desk has yet to agree to, which stands on it from
   * now on, and after what it agreed to earlier.
   */
  confirm(key: number, forecast: Forecast) {
    if (!this.#foretold.delete(key)) return
    const others = [...this.#foretold]
    const agreed = others.filter(([, { confirmed_at }]) => confirmed_at !== undefined)
    const open = others.filter(([, { confirmed_at }]) => confirmed_at === undefined)
    agreed.push([key, { forecast, confirmed_at: tick() }])
    this.#foretold = new Map([
      ...agreed.toSorted(([, one], [, other]) => versionOf(one) - versionOf(other)),
      ...open.map(([own, one]) => [own, rebased(one, forecast.event)] as const),
    ])
  }

  remove(key: number) {
    this.#foretold.delete(key)
  }

  clear() {
    this.#foretold.clear()
  }

  /** Takes what the desk said: one forecast may have come true, others stand on new ground. */
  hear(event: DurableEvent) {
    const fulfilled = [...this.#foretold].find(([, { forecast }]) => forecast.cameTrue(event))
    if (fulfilled) this.#foretold.delete(fulfilled[0])
    for (const [key, one] of this.#foretold) this.#foretold.set(key, rebased(one, event))
  }

  /** Forgets what is confirmed and in everybody's data by now. */
  prune(isNeeded: (foretold: Foretold) => boolean) {
    for (const [key, foretold] of this.#foretold) {
      if (foretold.confirmed_at !== undefined && !isNeeded(foretold)) this.#foretold.delete(key)
    }
  }
}

const rebased = (foretold: Foretold, ground: DurableEvent): Foretold => {
  const event = foretold.forecast.rebase?.(ground)
  return event ? { ...foretold, forecast: { ...foretold.forecast, event } } : foretold
}

/** Where among the changes of one thing an event stands; of different things, it does not matter. */
const versionOf = ({ forecast: { event } }: Foretold) => ('version' in event ? event.version : 0)
