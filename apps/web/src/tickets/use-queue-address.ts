import type { ViewId } from '@livedesk/queue'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { type QueueAddress, readQueueAddress, writeQueueAddress } from './queue-address.ts'

/**
 * The queue's address, and how to go to another one without closing the ticket that is open. Where the view is not the
 * person's to choose, it is `fixed`.
 */
export const useQueueAddress = (fixed?: ViewId) => {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const read = readQueueAddress(params)
  const address = fixed ? { ...read, view: fixed } : read

  const go = (change: Partial<QueueAddress>) =>
    void navigate({ pathname, search: writeQueueAddress({ ...address, ...change }) }, { replace: true })

  return [address, go] as const
}
