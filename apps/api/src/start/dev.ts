import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../config.ts'
import { lockFolder } from './folder-lock.ts'
import { openGround } from './ground.ts'
import { freePort, requireFree } from './port.ts'
import { say } from './steps.ts'
import { runUntilStopped, type Stopping } from './stopping.ts'
import { welcome } from './welcome.ts'

const api = fileURLToPath(new URL('../../', import.meta.url))
const web = fileURLToPath(new URL('../../../web/', import.meta.url))

/** Everything that `pnpm dev` does: one worker that starts anew when its sources change, and Vite before it. */
const develop = async (environment: NodeJS.ProcessEnv, { signal }: Stopping) => {
  const config = readConfig({ ...environment, NODE_ENV: 'development', WORKERS: '1' })
  const port = config.port === 0 ? await freePort() : config.port
  const address = `http://localhost:${port}`
  const folder = config.databaseUrl === undefined ? resolve(config.dataDir) : undefined
  using _lock = folder === undefined ? undefined : await lockFolder(folder, { pid: process.pid, address })
  await requireFree(port, '127.0.0.1')
  await using ground = await openGround(config, signal)

  const apiPort = String(await freePort())
  const run = (cwd: string, program: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
    spawn(program, args, { cwd, env: { ...environment, ...env }, stdio: ['ignore', 'inherit', 'inherit'] })
  const children = [
    run(api, process.execPath, ['--watch', '--watch-preserve-output', 'src/main.ts'], {
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: apiPort,
      WORKERS: '1',
      DATABASE_URL: ground.databaseUrl,
      DEMO: String(config.demo),
      LOG_LEVEL: config.logLevel === 'info' ? 'warn' : config.logLevel,
    }),
    run(web, process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), '--port', String(port), '--strictPort'], {
      API_PORT: apiPort,
    }),
  ]
  const ended = children.map((child) => once(child, 'exit'))
  welcome({ address, demo: config.demo, folder })

  await Promise.race([...ended, ...(signal.aborted ? [] : [once(signal, 'abort')])])
  say('\nStopping.')
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(ended)
}

await runUntilStopped((stopping) => develop(process.env, stopping))
