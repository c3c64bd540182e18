type Timer = { readonly at: number; readonly order: number; readonly run: () => void }

/** Time that stands still until it is told to pass: timers run one after another, in their order, as fast as they can. */
export class VirtualTime implements Disposable {
  #now = 0
  #order = 0
  readonly #timers = new Map<object, Timer>()
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }

  /** Takes the place of this process' timers and of its clock, until it is disposed of. */
  constructor() {
    Object.assign(globalThis, {
      setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => this.after(ms, () => run(...args)),
      clearTimeout: (timer: object | undefined) => void (timer && this.#timers.delete(timer)),
    })
    performance.now = () => this.#now
  }

  get now() {
    return this.#now
  }

  after(ms: number, run: () => void) {
    const handle = { unref: () => handle, ref: () => handle }
    this.#timers.set(handle, { at: this.#now + Math.max(0, ms), order: (this.#order += 1), run })
    return handle
  }

  /** Resolves when so many milliseconds have passed. */
  wait(ms: number) {
    return new Promise<void>((resolve) => void this.after(ms, resolve))
  }

  /** Lets all happen that happens within so many milliseconds. */
  async pass(ms: number) {
    const until = this.#now + ms
    await settled()
    for (;;) {
      const next = this.#next(until)
      if (!next) break
      const [handle, timer] = next
      this.#timers.delete(handle)
      this.#now = Math.max(this.#now, timer.at)
      timer.run()
      await settled()
    }
    this.#now = until
  }

  [Symbol.dispose]() {
    Object.assign(globalThis, this.#real)
    // What it has from its prototype is seen again.
    Reflect.deleteProperty(performance, 'now')
  }

  #next(until: number) {
    let first: [object, Timer] | undefined
    for (const [handle, timer] of this.#timers) {
      if (timer.at > until) continue
      if (!first || timer.at < first[1].at || (timer.at === first[1].at && timer.order < first[1].order))
        first = [handle, timer]
    }
    return first
  }
}

/** Resolves when nothing is left to do without time passing. */
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve))
