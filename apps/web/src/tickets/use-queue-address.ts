import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { type QueueAddress, readQueueAddress, writeQueueAddress } from './queue-address.ts'

/** The queue's address, and how to go to another one without closing the ticket that is open. */
export const useQueueAddress = () => {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const address = readQueueAddress(params)

  const go = (change: Partial<QueueAddress>) =>
    void navigate({ pathname, search: writeQueueAddress({ ...address, ...change }) }, { replace: true })

  return [address, go] as const
}
