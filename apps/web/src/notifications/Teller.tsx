import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useStream } from '../server/use-stream.ts'
import { TellContext, type Telling } from '../ui/tell.ts'
import { chime } from './chime.ts'
import { showOnDesktop } from './desktop.ts'
import { usePermission, useWaysToTell } from './ways-to-tell.ts'

/** Tellings of one kind that come no further apart than this, in milliseconds, are one. */
const breathMs = 1000

/** Which they are, when the last came, and what is shown of them. */
type Breath = { readonly ids: Set<string>; at: number; shown: Telling }

/**
 * Tells a person what they should know wherever they are, once: at the tab that they look at or looked at last, and in the
 * ways they chose. On the desktop only while they look at no tab of the desk.
 */
export const Teller = ({ children }: { readonly children: ReactNode }) => {
  const navigate = useNavigate()
  const stream = useStream()
  const [ways] = useWaysToTell()
  const mayNotify = usePermission() === 'granted'

  const isUnseen = () => ways.desktop && mayNotify && !document.hasFocus()
  const breaths = useRef(new Map<string, Breath>())

  const toastOf = ({ id, title, message, color, to, open }: Telling) => {
    const follow = () => {
      notifications.hide(id)
      void navigate(to)
    }
    const words = (
      <>
        {message}
        <Button variant="subtle" size="compact-xs" ml="xs" onClick={follow}>
          {open}
        </Button>
      </>
    )
    return { follow, toast: { id, color, title, message: words } }
  }

  const tell = (telling: Telling) => {
    if (!stream.isAloud) return
    const { together } = telling
    const breath = together && breaths.current.get(together.as)
    if (breath && Date.now() - breath.at < breathMs) {
      if (breath.ids.has(telling.id)) return
      breath.ids.add(telling.id)
      breath.at = Date.now()
      breath.shown = { ...telling, ...together.say(breath.ids.size), id: breath.shown.id }
      const { toast, follow } = toastOf(breath.shown)
      notifications.update(toast)
      // It takes the place of the one before, without another sound.
      if (isUnseen()) showOnDesktop(breath.shown, follow)
      return
    }
    const begun: Breath = { ids: new Set([telling.id]), at: Date.now(), shown: telling }
    if (together) breaths.current.set(together.as, begun)
    // What came meanwhile is told with it.
    whenInSight(() => notifications.show(toastOf(begun.shown).toast))
    if (ways.sound) void chime()
    if (isUnseen()) showOnDesktop(telling, toastOf(telling).follow)
  }
  return <TellContext value={tell}>{children}</TellContext>
}

/** What goes by itself waits until it can be seen. */
const whenInSight = (show: () => void) => {
  if (document.visibilityState === 'visible') show()
  else document.addEventListener('visibilitychange', show, { once: true })
}
