import type { Clock } from './clock.ts'
import type { Attention, Wish } from './connection.ts'

const tickEvery = 1000
const asleepAfter = 5000
const tellEvery = 5000
const touchesEvery = 15_000

type Told = Extract<Wish, { kind: 'hint' | 'attend' | 'touch' }>

/** Tells what this tab's surroundings say of the network, of the tab, of who touches it and of time. Gives back what ends it. */
export const hearHints = (page: Window, clock: Clock, tell: (told: Told) => void) => {
  const ending = new AbortController()
  const { signal } = ending
  const { document } = page
  const hint = (hint: Extract<Told, { kind: 'hint' }>['hint']) => tell({ kind: 'hint', hint })
  const attend = () => tell({ kind: 'attend', attention: attentionIn(document) })
  let stopWatch = () => {}
  const look = () => {
    stopWatch()
    if (document.visibilityState === 'visible') stopWatch = watchTime(clock, hint)
    attend()
  }
  signal.addEventListener('abort', () => stopWatch())

  let touched = -Infinity
  const touch = (event?: Event) => {
    if (event && isStill(event)) return
    const at = clock.now()
    if (at - touched < touchesEvery) return
    touched = at
    tell({ kind: 'touch', at })
  }
  for (const type of touches) page.addEventListener(type, touch, { signal, capture: true, passive: true })
  page.addEventListener('focus', touch, { signal })
  // Who opens a page is there.
  touch()

  page.addEventListener('online', () => hint('online'), { signal })
  page.addEventListener('offline', () => hint('offline'), { signal })
  page.addEventListener('focus', attend, { signal })
  page.addEventListener('blur', attend, { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      look()
      if (document.visibilityState !== 'visible') return
      hint('shown')
      touch()
    },
    { signal },
  )
  // A page with an open socket is not kept for "back": so it is closed, and opened anew if the page returns. A page that is
  // frozen hears nothing either.
  page.addEventListener('pagehide', ({ persisted }) => persisted && hint('frozen'), { signal })
  page.addEventListener('pageshow', ({ persisted }) => persisted && hint('thawed'), { signal })
  document.addEventListener('freeze', () => hint('frozen'), { signal })
  document.addEventListener('resume', () => hint('thawed'), { signal })
  look()
  return () => ending.abort()
}

/** What only a person does, in whatever part of a page. */
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

/** A browser says that the pointer moved also when something moved under it. */
const isStill = (event: Event) =>
  event instanceof MouseEvent && event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0

const attentionIn = (document: Document): Attention => {
  if (document.visibilityState !== 'visible') return 'hidden'
  return document.hasFocus() ? 'focused' : 'visible'
}

/** While a page is in sight its clock runs: it notices when the machine has slept, and beats for those whose clock does not. */
const watchTime = (clock: Clock, hint: (hint: 'woke' | 'tick') => void) => {
  let told = clock.now()
  const watch = (): (() => void) => {
    const last = clock.now()
    return clock.after(tickEvery, () => {
      const now = clock.now()
      stop = watch()
      if (now - last <= asleepAfter && now - told < tellEvery) return
      told = now
      hint(now - last > asleepAfter ? 'woke' : 'tick')
    })
  }
  let stop = watch()
  return () => stop()
}
