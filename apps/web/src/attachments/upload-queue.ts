import type { Attachment } from '@livedesk/events'
import { mostFileBytes, mostFiles } from '@livedesk/resources'
import { mayPass } from '../server/outbox.ts'
import type { RequestError } from '../server/request.ts'
import type { uploadFile } from '../server/upload-file.ts'
import { randomKey } from '../ui/random-key.ts'

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
export type Arrive = (key: string, attachment: Attachment) => boolean

export type Uploading = {
  readonly uploads: readonly Upload[]
  /** Whether more was given than a message may have. */
  readonly isTooMany: boolean
}

/**
 * The files of one draft that are not at the desk yet: uploaded one after another so that they stay in their order, whatever is
 * on screen meanwhile. What did not get there is kept until someone tries it again or takes it away.
 */
export class UploadQueue {
  readonly #upload: typeof uploadFile
  readonly #bring: (file: Attachment) => void
  readonly #listeners = new Set<() => void>()
  readonly #arrivals = new Map<string, Arrive>()
  #now: Uploading = { uploads: [], isTooMany: false }
  #running: { readonly key: string; readonly end: AbortController } | undefined

  /** `bring` is given what is there, and has no place of its own. */
  constructor(upload: typeof uploadFile, bring: (file: Attachment) => void) {
    this.#upload = upload
    this.#bring = bring
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly now = () => this.#now

  /** Uploads files, and gives a key for each that there is room for beside `count` others. */
  add(files: readonly File[], count: number, arrive?: Arrive): readonly string[] {
    const { uploads } = this.#now
    const room = Math.max(0, mostFiles - count - uploads.length)
    const added = files.slice(0, room).map((file): Upload => ({
      key: randomKey(),
      file,
      progress: 0,
      ...(arrive && { isPlaced: true }),
      ...(file.size > mostFileBytes && { trouble: 'too_large' }),
    }))
    if (arrive) for (const { key } of added) this.#arrivals.set(key, arrive)
    this.#set({ uploads: [...uploads, ...added], isTooMany: files.length > room })
    return added.map(({ key }) => key)
  }

  /** Makes a file one of those below the words. */
  displace(key: string) {
    this.#arrivals.delete(key)
    this.#change(key, (upload) => ({ ...upload, isPlaced: false }))
  }

  retry(key: string) {
    this.#change(key, ({ trouble: _trouble, ...upload }) => ({ ...upload, progress: 0 }))
  }

  /** Tries what failed for want of a desk once more: there is one again. */
  retryMissed() {
    for (const { key, trouble } of this.#now.uploads)
      if (trouble && trouble !== 'too_large' && mayPass(trouble)) this.retry(key)
  }

  remove(key: string) {
    if (this.#running?.key === key) this.#running.end.abort()
    this.#arrivals.delete(key)
    this.#set({ ...this.#now, uploads: this.#now.uploads.filter((one) => one.key !== key) })
  }

  #change(key: string, to: (upload: Upload) => Upload) {
    this.#set({ ...this.#now, uploads: this.#now.uploads.map((one) => (one.key === key ? to(one) : one)) })
  }

  #set(now: Uploading) {
    this.#now = now
    for (const listener of this.#listeners) listener()
    void this.#run()
  }

  async #run(): Promise<void> {
    const next = this.#now.uploads.find(({ trouble }) => trouble === undefined)
    if (!next || this.#running) return
    const { key, file } = next
    const end = new AbortController()
    this.#running = { key, end }
    const onProgress = (progress: number) => this.#change(key, (upload) => ({ ...upload, progress }))
    const answer = await this.#upload(file, onProgress, end.signal)
    this.#running = undefined
    if (end.signal.aborted) return this.#run()
    if ('error' in answer) return this.#change(key, (upload) => ({ ...upload, trouble: answer.error }))
    if (!this.#arrivals.get(key)?.(key, answer.data)) this.#bring(answer.data)
    this.remove(key)
  }
}
