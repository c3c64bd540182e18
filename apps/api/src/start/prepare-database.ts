import { openFolderStore } from '../attachments/file-store.ts'
import type { Config } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openDb, openPool } from '../db/pool.ts'
import { seedDemo } from '../demo/seed.ts'
import { openLog } from '../log.ts'

/** Brings the database up to date and, in demo mode, fills an empty desk with demo people and tickets. */
export const prepareDatabase = async (
  url: string,
  { demo, filesFolder }: Pick<Config, 'demo' | 'filesFolder'>,
): Promise<void> => {
  const db = openDb(
    openPool({ url, name: 'livedesk start', max: 1, statementTimeout: 0, log: openLog({ level: 'silent' }) }),
  )
  try {
    await migrate(db)
    if (demo) await seedDemo(db, { store: openFolderStore(filesFolder) })
  } finally {
    await db.destroy()
  }
}
