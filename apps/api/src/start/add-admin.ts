import { randomBytes } from 'node:crypto'
import { CreateUser } from '@livedesk/resources'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openDb, openPool } from '../db/pool.ts'
import { openLog } from '../log.ts'
import { hashPassword } from '../people/keys.ts'
import { addUser } from '../people/queries.ts'

/**
 * Lets the first person in: adds an admin to a desk that is not a demo, and says their password once. Everyone else is
 * added by an admin, in the desk itself.
 */
const addAdmin = async (environment: NodeJS.ProcessEnv, [email, name]: readonly string[]) => {
  const { databaseUrl } = readConfig(environment)
  if (databaseUrl === undefined) throw new Error('Set DATABASE_URL: the desk of `pnpm start` has its demo people.')
  const password = randomBytes(12).toString('base64url')
  const asked = CreateUser.safeParse({ email, name, role: 'admin', password })
  if (!asked.success) throw new Error("Say who: node apps/api/src/start/add-admin.ts anna@example.com 'Anna Lindgren'")

  const db = openDb(
    openPool({ url: databaseUrl, name: 'livedesk add-admin', max: 1, log: openLog({ level: 'silent' }) }),
  )
  try {
    await migrate(db)
    const { password: _, ...person } = asked.data
    const added = await addUser(db, { ...person, password_hash: await hashPassword(password) })
    if (!added) throw new Error(`${asked.data.email} is at the desk already.`)
    process.stdout.write(`${added.name} may sign in as ${added.email} with the password ${password}\n`)
  } finally {
    await db.destroy()
  }
}

try {
  await addAdmin(process.env, process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
