import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Build } from './run.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const turbo = join(root, 'node_modules', '.bin', 'turbo')
const args = ['run', 'build', '--filter=@livedesk/web', '--output-logs=errors-only', '--no-update-notifier']

const build: Build = async (environment, signal) => {
  try {
    await promisify(execFile)(turbo, args, {
      cwd: root,
      env: { ...environment, TURBO_TELEMETRY_DISABLED: '1' },
      signal,
    })
  } catch (error) {
    if (signal.aborted) throw error
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    throw new Error(`The web app could not be built.\n${said}`, { cause: error })
  }
}

/**
 * Builds the web app; what has not changed since it was built last is not built again. There is nothing to build in an
 * image that was made without the tools.
 */
export const buildWeb = existsSync(turbo) ? build : undefined
