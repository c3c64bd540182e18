import { execFile } from 'node:child_process'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Account } from './postgres-account.ts'

type Cluster = {
  readonly data: string
  readonly password: string
  readonly initdb: string
  readonly account: Account
}

// The same on every machine, whatever its language: text is ordered by code point, case is Unicode's.
const everywhereTheSame = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

// But pg_trgm asks the system what a letter is: in plain C, Cyrillic has none, and a search in it reads every ticket.
const letters: { readonly [platform in NodeJS.Platform]?: string } = { linux: 'C.UTF-8', darwin: 'UTF-8' }

/** Makes PostgreSQL's data folder, owned by user `livedesk`, unless there is one. It appears whole or not at all. */
export const makeCluster = async ({ data, password, initdb, account }: Cluster): Promise<void> => {
  if (await exists(data)) return
  const unfinished = `${data}.new`
  const passwordFile = `${data}.password`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await account.own(unfinished)
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    await account.own(passwordFile)
    const { command, args, options } = account.launch(initdb, [
      `--pgdata=${unfinished}`,
      '--username=livedesk',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...everywhereTheSame,
      `--lc-ctype=${letters[process.platform] ?? 'C'}`,
    ])
    await promisify(execFile)(command, args, options)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, data)
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
