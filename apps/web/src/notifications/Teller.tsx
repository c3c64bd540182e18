import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useStream } from '../server/use-stream.ts'
import { TellContext, type Telling } from '../ui/tell.ts'
import { chime } from './chime.ts'
import { showOnDesktop } from './desktop.ts'
import { usePermission, useWaysToTell } from './ways-to-tell.ts'

/**
 * Tells a person what they should know wherever they are, once: at the tab that they look at or looked at last, and in the
 * ways they chose. On the desktop only while they look at no tab of the desk.
 */
export const Teller = ({ children }: { readonly children: ReactNode }) => {
  const navigate = useNavigate()
  const stream = useStream()
  const [ways] = useWaysToTell()
  const mayNotify = usePermission() === 'granted'

  const tell = (telling: Telling) => {
    if (!stream.isAloud) return
    const { id, title, message, color, to, open } = telling
    const follow = () => {
      notifications.hide(id)
      void navigate(to)
    }
    const button = (
      <Button variant="subtle" size="compact-xs" ml="xs" onClick={follow}>
        {open}
      </Button>
    )
    whenInSight(() =>
      notifications.show({
        id,
        color,
        title,
        message: (
          <>
            {message}
            {button}
          </>
        ),
      }),
    )
    if (ways.sound) void chime()
    if (ways.desktop && mayNotify && !document.hasFocus()) showOnDesktop(telling, follow)
  }
  return <TellContext value={tell}>{children}</TellContext>
}

/** What goes by itself waits until it can be seen. */
const whenInSight = (show: () => void) => {
  if (document.visibilityState === 'visible') show()
  else document.addEventListener('visibilitychange', show, { once: true })
}
