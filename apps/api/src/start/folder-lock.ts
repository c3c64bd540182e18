import { rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Holder = z.object({ pid: z.int(), address: z.string() })
type Holder = z.output<typeof Holder>

/** Somebody else's start is using the data folder; the message says who and where. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Takes the data folder for this process alone, or throws `FolderInUse`. The lock is the operating system's (SQLite's
 * on a file), so it is gone with the process, however that ends.
 */
export const lockFolder = async (folder: string, holder: Holder): Promise<Disposable> => {
  await mkdir(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, 'start.lock'), { timeout: 0 })
  const note = join(folder, 'running.json')
  try {
    lock.exec('begin immediate')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new FolderInUse(await describe(note))
  }
  await writeFile(note, JSON.stringify(holder))
  return {
    [Symbol.dispose]: () => {
      rmSync(note, { force: true })
      lock.close()
    },
  }
}

// SQLITE_BUSY
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5

const describe = async (note: string) => {
  try {
    const { address, pid } = Holder.parse(JSON.parse(await readFile(note, 'utf8')))
    return `Livedesk is running here already: ${address} (process ${pid}).`
  } catch {
    return 'Livedesk is being started here already.'
  }
}
