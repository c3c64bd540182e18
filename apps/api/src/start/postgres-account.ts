import { execFile, spawnSync } from 'node:child_process'
import { chown } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** How PostgreSQL's programs are started on this machine, and who owns their files. */
export type Account = {
  /** Makes a folder belong to whoever runs the programs. */
  own(folder: string): Promise<void>
  /** The command and options that start one of the programs under this account. */
  launch(program: string, args: readonly string[]): Launch
}

type Launch = {
  readonly command: string
  readonly args: string[]
  readonly options: { cwd: string; uid?: number; gid?: number }
}

// A program is not started in the folder we happen to stand in: its account may not be allowed there.
const cwd = '/'

/**
 * PostgreSQL refuses to run as root. Everyone else runs it as themselves; root runs it as the user `postgres`, made if
 * there is none. `paths` are what it must reach: where that user may not go (a clone in /root), it gets the one
 * capability to go there.
 */
export const postgresAccount = async (paths: readonly string[]): Promise<Account> => {
  if (process.getuid?.() !== 0) {
    return { own: async () => {}, launch: (program, args) => ({ command: program, args: [...args], options: { cwd } }) }
  }

  const { uid, gid } = (await findUser()) ?? (await createUser())
  const asUser: Account = {
    own: (folder) => chown(folder, uid, gid),
    launch: (program, args) => ({ command: program, args: [...args], options: { cwd, uid, gid } }),
  }
  if (reaches(asUser, paths)) return asUser

  // The last one lets the capability count for access(2) too, by which PostgreSQL finds itself.
  const capability = [
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--securebits=+no_setuid_fixup',
  ]
  const withCapability: Account = {
    ...asUser,
    launch: (program, args) => ({
      command: 'setpriv',
      args: [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capability, '--', program, ...args],
      options: { cwd },
    }),
  }
  if (reaches(withCapability, paths)) return withCapability

  throw new Error(
    `PostgreSQL does not run as root, and the user "postgres" may not enter ${paths.join(' or ')}. ` +
      'Start Livedesk as an ordinary user, move it to a folder that everyone may enter, or set DATABASE_URL.',
  )
}

const reaches = (account: Account, paths: readonly string[]) =>
  paths.every((path) => {
    const { command, args, options } = account.launch('test', ['-x', path])
    return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0
  })

const findUser = async () => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

const createUser = async () => {
  const failure = await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]).then(
    () => undefined,
    (error: unknown) => error,
  )
  // Somebody else may have made it in the same moment.
  const user = await findUser()
  if (user) return user
  throw new Error(
    'PostgreSQL does not run as root, and the user "postgres" could not be made. Start Livedesk as an ordinary user, or set DATABASE_URL.',
    {
      cause: failure,
    },
  )
}
