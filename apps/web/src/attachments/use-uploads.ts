import type { Attachment } from '@livedesk/events'
import { mostFileBytes, mostFiles } from '@livedesk/resources'
import { useEffect, useRef, useState } from 'react'
import type { RequestError } from '../server/request.ts'
import { randomKey } from '../ui/random-key.ts'
import { uploadFile } from '../server/upload-file.ts'

/** A file on its way, or one that did not get there. */
export type Upload = {
  readonly key: string
  readonly file: File
  readonly progress: number
  readonly trouble?: 'too_large' | RequestError
  /** Whether its place is between words. */
  readonly isPlaced?: boolean
}

/** Is told of a file that is there, and says whether it has a place of its own. */
type Arrive = (key: string, attachment: Attachment) => boolean

type Options = {
  /** How many files there are already. */
  readonly count: number
  readonly onDone: (attachment: Attachment) => void
}

/** Uploads files, one after another so that they stay in their order, and keeps what did not get there until someone tries it again or takes it away. */
export const useUploads = ({ count, onDone }: Options) => {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [refused, setRefused] = useState(false)
  const running = useRef(new Map<string, AbortController>())
  // What has begun begins once, however often it is drawn before its end is known here.
  const begun = useRef(new Set<string>())
  const finish = useRef(onDone)
  const arrivals = useRef(new Map<string, Arrive>())

  useEffect(() => {
    finish.current = onDone
  })
  useEffect(() => {
    const begun = running.current
    return () => {
      for (const controller of begun.values()) controller.abort()
    }
  }, [])

  const change = (key: string, news: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one)))
  const drop = (key: string) => {
    running.current.get(key)?.abort()
    running.current.delete(key)
    arrivals.current.delete(key)
    setUploads((all) => all.filter((one) => one.key !== key))
  }

  const run = async ({ key, file }: Upload) => {
    const controller = new AbortController()
    running.current.set(key, controller)
    const answer = await uploadFile(file, (progress) => change(key, { progress }), controller.signal)
    running.current.delete(key)
    if (controller.signal.aborted) return
    if ('data' in answer) {
      if (!arrivals.current.get(key)?.(key, answer.data)) finish.current(answer.data)
      drop(key)
    } else change(key, { trouble: answer.error })
  }

  const underWay = uploads.filter(({ trouble }) => trouble === undefined)
  useEffect(() => {
    const next = underWay.find(({ key }) => !begun.current.has(key))
    if (!next || running.current.size > 0) return
    begun.current.add(next.key)
    void run(next)
  })

  return {
    uploads,
    /** Whether something is still on its way. */
    isBusy: underWay.length > 0,
    /** Whether more was given than a message may have. */
    refused,
    /** Uploads files, and gives a key for each that there is room for. */
    add: (files: readonly File[], arrive?: Arrive): readonly string[] => {
      const room = mostFiles - count - uploads.length
      setRefused(files.length > room)
      const added = files.slice(0, Math.max(0, room)).map((file): Upload => ({
        key: randomKey(),
        file,
        progress: 0,
        ...(arrive && { isPlaced: true }),
        ...(file.size > mostFileBytes && { trouble: 'too_large' }),
      }))
      if (arrive) for (const { key } of added) arrivals.current.set(key, arrive)
      setUploads((all) => [...all, ...added])
      return added.map(({ key }) => key)
    },
    /** Makes a file one of those below the words. */
    displace: (key: string) => {
      arrivals.current.delete(key)
      change(key, { isPlaced: false })
    },
    retry: (key: string) => {
      begun.current.delete(key)
      setUploads((all) =>
        all.map(({ trouble, ...one }) =>
          one.key === key ? { ...one, progress: 0 } : { ...one, ...(trouble && { trouble }) },
        ),
      )
    },
    remove: drop,
  }
}
