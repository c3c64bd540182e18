import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../config.ts'
import { answerScrapes } from '../http/scrape.ts'
import { lockFolder } from './folder-lock.ts'
import { openGround } from './ground.ts'
import { freePort, requireFree } from './port.ts'
import { say, step } from './steps.ts'
import type { Stopping } from './stopping.ts'
import { welcome } from './welcome.ts'
import { Workers } from './workers.ts'

/** Builds the web app, where there is one to build. */
export type Build = (environment: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<void>

/** Everything that `pnpm start` does: builds what is not built, starts what is not running, and keeps it running. */
export const start = async (
  environment: NodeJS.ProcessEnv,
  build: Build | undefined,
  { signal, onForce }: Stopping,
): Promise<void> => {
  const config = readConfig(environment)
  const port = config.port === 0 ? await freePort() : config.port
  const address = config.publicOrigin ?? `http://localhost:${port}`
  const folder = config.databaseUrl === undefined ? resolve(config.dataDir) : undefined
  using _lock = folder === undefined ? undefined : await lockFolder(folder, { pid: process.pid, address })
  say('\nLivedesk\n')
  // Everyone knows the demo's password, so it is for this machine only unless HOST opens it.
  const host = config.host ?? (config.demo ? '127.0.0.1' : undefined)
  await requireFree(port, host)
  if (build) await step('Building the web app', () => build(environment, signal))

  await using ground = await openGround(config, signal)
  await using log = folder === undefined ? undefined : await open(join(folder, 'livedesk.log'), 'w')
  using _scrapes = answerScrapes()
  await using workers = new Workers({
    count: config.workers,
    program: fileURLToPath(new URL('../main.ts', import.meta.url)),
    env: { PORT: String(port), HOST: host ?? '', DATABASE_URL: ground.databaseUrl, DEMO: String(config.demo) },
    log: log?.fd ?? 'inherit',
    say,
  })
  onForce(() => workers.end())
  await step(config.workers === 1 ? 'Starting one worker' : `Starting ${config.workers} workers`, () => workers.start())

  welcome({ address, demo: config.demo, folder: folder && relative(process.cwd(), folder) })
  if (!signal.aborted) await once(signal, 'abort')
  say('\nStopping. What people are doing now may take up to ten seconds to finish; Ctrl-C again does not wait for it.')
}
