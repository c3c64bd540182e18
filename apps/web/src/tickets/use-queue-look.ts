import { useStored } from '../ui/use-stored.ts'
import { QueueLook, usualLook } from './queue-layout.ts'

/** How this person wants the queue's rows, in every tab of this browser. */
export const useQueueLook = () => useStored('livedesk.queue-look', QueueLook, usualLook)
