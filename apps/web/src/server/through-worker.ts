import { aName, hold, whenFree } from './locks.ts'
import { portOfTab } from './port.ts'
import type { Looking, Way } from './shared-connection.ts'

type Options = {
  /** Without them (a page that is not served securely has none) the end of a tab, or of the worker, is noticed later. */
  readonly locks: LockManager | undefined
  readonly open: () => SharedWorker
  /** The way to go where the worker cannot be started. */
  readonly instead: Way
}

/** The switchboard is in a worker that all tabs share. A worker that died is opened anew. */
export const throughWorker =
  ({ locks, open, instead }: Options): Way =>
  (looking) => {
    let end = () => {}
    let isOver = false
    const connect = () => {
      end = meetWorker(locks, open(), {
        ...looking,
        lost: () => {
          if (isOver) return
          end()
          looking.lost()
          connect()
        },
        failed: () => {
          if (isOver) return
          end()
          end = instead(looking)
        },
      })
    }
    connect()
    return () => {
      isOver = true
      end()
    }
  }

type Meeting = Looking & { readonly failed: () => void }

const meetWorker = (locks: LockManager | undefined, worker: SharedWorker, { meet, lost, failed }: Meeting) => {
  const port = portOfTab(worker.port)
  const lock = aName('livedesk tab')
  const held = locks && hold(locks, lock)
  let forget = () => {}

  worker.addEventListener('error', failed)
  port.lost(lost)
  port.listen((message) => {
    if (message.kind !== 'here') return
    if (locks) forget = whenFree(locks, message.lock, lost)
    meet(port)
  })
  void held?.then(() => port.post({ kind: 'sits', lock }))

  return () => {
    forget()
    void held?.then((letGo) => letGo())
    worker.removeEventListener('error', failed)
    port.close()
  }
}
