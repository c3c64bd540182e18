import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { useStored } from '../ui/use-stored.ts'

const Ways = z.object({ sound: z.boolean(), desktop: z.boolean() })

/** How this browser tells its person of news, beside the words on the page: as they chose it, nothing at first. */
export const useWaysToTell = () => useStored('livedesk.tell', Ways, { sound: false, desktop: false })

/** What the browser lets the desk do on the desktop. A page that is not served securely may not even ask. */
export type Permission = NotificationPermission | 'unsupported'

/** Whether this browser lets the desk notify on the desktop, also when that is changed in the browser itself. */
export const usePermission = (): Permission => useSyncExternalStore(hearPermission, readPermission)

/** Asks the person, by way of the browser. */
export const askPermission = async (): Promise<Permission> => {
  if (!('Notification' in window)) return 'unsupported'
  const answer = await Notification.requestPermission()
  for (const listener of listeners) listener()
  return answer
}

const listeners = new Set<() => void>()

const readPermission = (): Permission =>
  'Notification' in window && window.isSecureContext ? Notification.permission : 'unsupported'

const hearPermission = (changed: () => void) => {
  const ending = new AbortController()
  listeners.add(changed)
  // What was changed in the browser's own settings shows when the person comes back from there.
  window.addEventListener('focus', changed, { signal: ending.signal })
  return () => {
    listeners.delete(changed)
    ending.abort()
  }
}
