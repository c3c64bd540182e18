import type { Logger } from 'pino'
import type { LiveMetrics } from './metrics.ts'
import { isFrom, type Nudge, probeNudge, readNudge } from './nudge.ts'
import type { PubSub, PubSubListener } from './pubsub.ts'

type EarOptions = {
  readonly worker: string
  readonly log: Logger
  readonly metrics: LiveMetrics
  readonly open: (listener: PubSubListener) => PubSub
  readonly onNudge: (nudge: Nudge) => void
  /** Hearing again, or for the first time: what was said before has been missed. */
  readonly onHearing: () => void
}

/** Whether nudges are heard. `polling`: they never were (a pooler that breaks LISTEN, say), and the sweep does all the work. */
export type Hearing =
  | { readonly state: 'hearing' }
  | { readonly state: 'deaf'; readonly reason: string; readonly since: Date }
  | { readonly state: 'polling'; readonly reason: string }

const probeEveryMs = 1000
const deafAfterMs = 2500

/** Listens to the pubsub and proves, by hearing itself every second, that it can hear. Deaf, it subscribes anew. */
export class Ear implements AsyncDisposable {
  readonly #options: EarOptions
  readonly #timer: NodeJS.Timeout
  readonly pubsub: PubSub
  #heardAt = performance.now()
  #everHeard = false
  #hearing: Hearing = { state: 'deaf', reason: 'not subscribed yet', since: new Date() }

  constructor(options: EarOptions) {
    this.#options = options
    this.pubsub = options.open({
      onMessage: (message) => this.#hear(message),
      onSubscribed: () => {
        this.pubsub.publish(probeNudge(options.worker))
        options.onHearing()
      },
      onLost: (reason) => this.#lose(reason),
    })
    void this.pubsub.tried().then(() => this.pubsub.publish(probeNudge(options.worker)))
    this.#timer = setInterval(() => this.#probe(), probeEveryMs)
  }

  get hearing() {
    return this.#hearing
  }

  async [Symbol.asyncDispose]() {
    clearInterval(this.#timer)
    await this.pubsub[Symbol.asyncDispose]()
  }

  #hear(message: string) {
    const nudge = isFrom(this.#options.worker, message) ? 'own' : readNudge(message)
    if (!nudge) return
    this.#heardAt = performance.now()
    if (this.#hearing.state !== 'hearing') this.#regain()
    if (nudge !== 'own') this.#options.onNudge(nudge)
  }

  #regain() {
    this.#everHeard = true
    this.#hearing = { state: 'hearing' }
    this.#options.metrics.hearing.set(1)
    this.#options.log.info({ pubsub: this.pubsub.kind }, 'nudges of the other workers are heard')
    this.#options.onHearing()
  }

  #lose(reason: string) {
    this.#options.metrics.hearing.set(0)
    if (this.#hearing.state === 'hearing') this.#hearing = { state: 'deaf', reason, since: new Date() }
  }

  #probe() {
    this.pubsub.publish(probeNudge(this.#options.worker))
    if (performance.now() - this.#heardAt < deafAfterMs) return
    const reason = `nothing heard over ${this.pubsub.kind}, not even its own probe, for ${deafAfterMs} ms`
    this.#heardAt = performance.now()
    this.#lose(reason)
    if (!this.#everHeard) this.#hearing = { state: 'polling', reason }
    this.#options.metrics.deaf.inc()
    this.#options.log.warn(
      { pubsub: this.pubsub.kind, reason },
      'this worker is deaf: it polls the log and subscribes anew',
    )
    this.pubsub.resubscribe(reason)
  }
}
