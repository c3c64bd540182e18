import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where the bytes of files are kept. Keys are UUIDs, each written once. Every worker of the desk must reach the same store. */
export type FileStore = {
  /** Keeps what a stream gives, wholly or not at all. Rejects with what the stream fails with. */
  write(key: string, bytes: Readable): Promise<void>
  /** The bytes under a key, or a part of them; undefined if there are none. */
  read(key: string, most?: number): Promise<Readable | undefined>
  remove(key: string): Promise<void>
  /** The keys of what was written before a moment, and what was left half written before it. */
  olderThan(moment: Date): AsyncIterable<string>
}

/** Keeps files in a folder of the machine, or of a volume that several machines share. */
export const openFolderStore = (folder: string): FileStore => {
  const place = (key: string) => join(folder, key.slice(0, 2), key)

  return {
    write: async (key, bytes) => {
      const path = place(key)
      await mkdir(join(path, '..'), { recursive: true })
      const half = `${path}.half`
      try {
        await pipeline(bytes, createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }))
        await rename(half, path)
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    },
    read: async (key, most) => {
      const file = await open(place(key)).catch(whenMissing)
      if (!file) return undefined
      return createReadStream('', { fd: file, ...(most !== undefined && { end: most - 1 }) })
    },
    remove: (key) => rm(place(key), { force: true }),
    async *olderThan(moment) {
      const shelves = (await readdir(folder).catch(whenMissing)) ?? []
      for (const shelf of shelves) {
        for (const name of await readdir(join(folder, shelf))) {
          const kept = await stat(join(folder, shelf, name)).catch(whenMissing)
          if (kept && kept.mtime < moment) yield name
        }
      }
    },
  }
}

const whenMissing = (error: unknown) => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
