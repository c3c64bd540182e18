import type { UserId } from '@livedesk/events'
import type { Forecast } from './foretold.ts'
import { isWaiting, type Waits } from './lasting.ts'
import { liveCacheOf } from './live-cache.ts'
import { tick } from './tick.ts'

/** What RTK Query gives of a mutation that begins: the little that is needed of it. */
type Begun<Answer> = { readonly extra: unknown; readonly queryFulfilled: Promise<{ readonly data: Answer | Waits }> }

/** What a mutation will be heard as: before it is answered, and, made of the answer, until it is heard. */
export type Foreseen<Answer> = {
  readonly forecast: Forecast
  /** Undefined when nothing will be heard, because nothing changed. */
  readonly confirmed: (answer: Answer) => Forecast | undefined
}

/**
 * Shows what a mutation does before it is answered, in every entry that it concerns (`onQueryStarted`). An error takes it
 * back: what is shown is then what it would be without it. Nothing is shown early when nothing can be foreseen.
 */
export const foretell = async <Answer extends object | null>(
  { extra, queryFulfilled }: Begun<Answer>,
  foresee: (viewer: UserId) => Foreseen<Answer> | undefined,
) => {
  const cache = liveCacheOf(extra)
  const foreseen = cache.viewer && foresee(cache.viewer)
  if (!foreseen) return
  const shown = cache.foretell(foreseen.forecast)
  const answer = await queryFulfilled.catch(() => undefined)
  if (answer && isWaiting(answer.data)) {
    // It shows for as long as it waits, and until it is heard.
    await cache.outbox.settled(answer.data.waits)
    return shown.withdrawSoon()
  }
  const agreed = answer && isAnswered(answer) ? foreseen.confirmed(answer.data) : undefined
  if (agreed) shown.confirm(agreed)
  else shown.withdraw()
}

const isAnswered = <Answer extends object | null>(given: {
  readonly data: Answer | Waits
}): given is { readonly data: Answer } => !isWaiting(given.data)

const firstProvisional = 2 ** 52

/** An id for something that the desk has not named yet. It comes after every real one. */
export const provisionalId = () => firstProvisional + tick()

/** Whether something is shown before the desk has agreed to it. */
export const isProvisional = ({ id }: { readonly id: number }) => id >= firstProvisional
