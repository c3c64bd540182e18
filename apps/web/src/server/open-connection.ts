import { contractVersion } from '@livedesk/events'
import { realClock } from './clock.ts'
import type { Connection } from './connection.ts'
import { hearHints } from './hints.ts'
import { localPort, openSwitchboard } from './serve.ts'
import { SharedConnection, type Way } from './shared-connection.ts'
import { throughLeader } from './through-leader.ts'
import { throughWorker } from './through-worker.ts'

/**
 * The connection of this tab to the desk: one socket for all tabs of the browser, in a worker that they share; where there
 * is no such worker, in one of the tabs; where tabs cannot agree on one, in each. `ask`: find out who is signed in.
 */
export const openConnection = (page: Window, ask: () => void): Connection => {
  const connection = new SharedConnection({ way: wayOf(page), ask, now: realClock.now })
  hearHints(page, realClock, connection.post)
  return connection
}

const wayOf = ({ navigator, location }: Window): Way => {
  const locks: LockManager | undefined = navigator.locks
  // A tab of another build speaks another language to its switchboard. The address of this file is that of its build.
  const name = `livedesk ${contractVersion} ${new URL(import.meta.url).pathname}`
  const leading = locks
    ? throughLeader({ locks, name, open: (memory) => openSwitchboard(location, memory) })
    : alone(location)
  if (!('SharedWorker' in globalThis)) return leading
  return throughWorker({ locks, open: openWorker, instead: leading })
}

// Its file is named by what is in it: the worker of another build is another worker.
const openWorker = () =>
  new SharedWorker(new URL('./desk-worker.ts', import.meta.url), { type: 'module', name: 'livedesk' })

const alone =
  (location: Location): Way =>
  ({ memory, meet }) => {
    const port = localPort(openSwitchboard(location, memory.copy()))
    meet(port)
    return port.close
  }
