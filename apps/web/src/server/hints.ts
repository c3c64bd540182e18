import type { Hint } from './connection.ts'

/** Tells what this tab's surroundings say of the network and of the tab. Gives back what ends it. */
export const hearHints = (page: Window, tell: (hint: Hint) => void) => {
  const ending = new AbortController()
  const { signal } = ending
  page.addEventListener('online', () => tell('online'), { signal })
  page.addEventListener('offline', () => tell('offline'), { signal })
  page.document.addEventListener(
    'visibilitychange',
    () => page.document.visibilityState === 'visible' && tell('shown'),
    { signal },
  )
  // A page with an open socket is not kept for "back": so it is closed, and opened anew if the page returns.
  page.addEventListener('pagehide', ({ persisted }) => persisted && tell('frozen'), { signal })
  page.addEventListener('pageshow', ({ persisted }) => persisted && tell('thawed'), { signal })
  return () => ending.abort()
}
