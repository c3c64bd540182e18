import { useCallback, useSyncExternalStore } from 'react'
import type { ConnectionState } from './connection.ts'
import { useStream } from './use-stream.ts'

/** Where the connection to the desk stands. */
export const useConnection = (): ConnectionState => {
  const stream = useStream()
  const subscribe = useCallback(
    (changed: () => void) => stream.subscribe((news) => news.kind === 'state' && changed()),
    [stream],
  )
  return useSyncExternalStore(subscribe, () => stream.state)
}
