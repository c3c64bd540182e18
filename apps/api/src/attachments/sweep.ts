import type { Db } from '../db/pool.ts'
import type { FileStore } from './file-store.ts'
import { forgetAbandoned, unknownKeys } from './queries.ts'

const day = 24 * 60 * 60 * 1000
const together = 500

/** Throws away files that got no message within a day, and bytes that no message knows (any more). */
export const sweepFiles = async (db: Db, store: FileStore) => {
  const before = new Date(Date.now() - day)
  for (const key of await forgetAbandoned(db, before)) await store.remove(key)

  let keys: string[] = []
  const judge = async () => {
    const whole = keys.filter((key) => isKey(key))
    const gone = whole.length > 0 ? await unknownKeys(db, whole) : []
    // What is only half written after a day will not be finished.
    for (const key of [...gone, ...keys.filter((name) => !isKey(name))]) await store.remove(key)
    keys = []
  }
  for await (const key of store.olderThan(before)) {
    keys.push(key)
    if (keys.length === together) await judge()
  }
  await judge()
}

const isKey = (name: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(name)
