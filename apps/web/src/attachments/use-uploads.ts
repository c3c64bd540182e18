import { useEffect, useSyncExternalStore } from 'react'
import { uploadFile } from '../server/upload-file.ts'
import { useConnection } from '../server/use-connection.ts'
import { changeDraft } from '../ui/use-draft.ts'
import { type Arrive, UploadQueue } from './upload-queue.ts'

/** The files of drafts, by the drafts' names: they go on when their draft is not on screen. */
const queues = new Map<string, UploadQueue>()

const queueOf = (draftName: string) => {
  const known = queues.get(draftName)
  if (known) return known
  const queue = new UploadQueue(uploadFile, (file) =>
    changeDraft(draftName, (now) => ({ ...now, attachments: [...(now.attachments ?? []), file] })),
  )
  queue.subscribe(warnWhileUnfinished)
  queues.set(draftName, queue)
  return queue
}

/** Uploads files for a draft, which has `count` already. */
export const useUploads = (draftName: string, count: number) => {
  const queue = queueOf(draftName)
  const { uploads, isTooMany } = useSyncExternalStore(queue.subscribe, queue.now)
  const isLive = useConnection().kind === 'live'
  useEffect(() => {
    if (isLive) queue.retryMissed()
  }, [queue, isLive])

  return {
    uploads,
    isTooMany,
    /** Whether something is still on its way. */
    isBusy: uploads.some(({ trouble }) => trouble === undefined),
    add: (files: readonly File[], arrive?: Arrive) => queue.add(files, count, arrive),
    displace: (key: string) => queue.displace(key),
    retry: (key: string) => queue.retry(key),
    remove: (key: string) => queue.remove(key),
    /** Takes away what did not get there. */
    removeFailed: () => {
      for (const { key, trouble } of uploads) if (trouble) queue.remove(key)
    },
  }
}

// A page that goes takes along what is in it alone.
const warn = (event: BeforeUnloadEvent) => event.preventDefault()
const warnWhileUnfinished = () => {
  const isUnfinished = [...queues.values()].some((queue) =>
    queue.now().uploads.some(({ trouble }) => trouble !== 'too_large'),
  )
  if (isUnfinished) addEventListener('beforeunload', warn)
  else removeEventListener('beforeunload', warn)
}
