import './plain-schemas.ts'
import { aName, hold } from './locks.ts'
import { portOfBoard } from './port.ts'
import { openSwitchboard, serve } from './serve.ts'

// The one socket of a browser: every tab of this build is a port of this worker.

const locks: LockManager | undefined = navigator.locks
const lock = aName('livedesk switchboard')
const isHeld = locks && hold(locks, lock)
const board = openSwitchboard(location)

addEventListener('connect', (event) => {
  if (!(event instanceof MessageEvent)) return
  for (const port of event.ports) {
    // A tab that hears of the lock must find it held.
    void Promise.resolve(isHeld).then(() => serve({ board, locks, lock }, portOfBoard(port)))
  }
})
