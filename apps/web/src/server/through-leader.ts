import { aName, hold } from './locks.ts'
import type { Memory } from './memory.ts'
import { portOfBoard, portOfTab, post } from './port.ts'
import { localPort, serve } from './serve.ts'
import type { Way } from './shared-connection.ts'
import type { Switchboard } from './switchboard.ts'

type Options = {
  readonly locks: LockManager
  /** What tabs that may share a switchboard have in common: they are of one build. */
  readonly name: string
  readonly open: (memory: Memory) => Switchboard
}

/** What is said among all tabs. `asks`: this tab wants to be served. `leads`: whoever wants to be served may ask. */
type Call = { readonly kind: 'asks'; readonly tab: string } | { readonly kind: 'leads' }

/**
 * The switchboard is in one of the tabs: in whichever holds the lock. When that tab ends, however it ends, the lock goes to
 * the next, which goes on from what it has heard. Each tab is served over a channel of its own, named as the lock it holds.
 */
export const throughLeader =
  ({ locks, name, open }: Options): Way =>
  ({ memory, meet }) => {
    const ending = new AbortController()
    const { signal } = ending
    const common = new BroadcastChannel(name)
    const own = aName(`${name} tab`)
    const say = (call: Call) => post(common, call)
    let channel: BroadcastChannel | undefined

    const ask = () => {
      channel?.close()
      channel = new BroadcastChannel(own)
      const port = portOfTab(channel)
      port.listen((message) => {
        if (message.kind !== 'here') return
        meet(port)
        port.post({ kind: 'sits', lock: own })
      })
      say({ kind: 'asks', tab: own })
    }

    const lead = async () => {
      channel?.close()
      const board = open(memory.copy())
      const served = new Map<string, () => void>()
      common.addEventListener('message', ({ data }: MessageEvent<Call>) => {
        if (data.kind !== 'asks') return
        served.get(data.tab)?.()
        served.set(data.tab, serve({ board, locks, lock: name }, portOfBoard(new BroadcastChannel(data.tab))))
      })
      const mine = localPort(board)
      meet(mine)
      say({ kind: 'leads' })
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      for (const end of served.values()) end()
      mine.close()
    }

    const join = async () => {
      const letGo = await hold(locks, own)
      if (signal.aborted) return letGo()
      signal.addEventListener('abort', letGo, { once: true })
      common.addEventListener('message', ({ data }: MessageEvent<Call>) => data.kind === 'leads' && ask())
      ask()
      await locks.request(name, { signal }, () => (signal.aborted ? undefined : lead()))
    }
    join().catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
    return () => {
      ending.abort()
      channel?.close()
      common.close()
    }
  }
