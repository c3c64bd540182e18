import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Options = {
  /** The root of the repository. */
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** Builds the web app. What has not changed since it was built last is not built again. */
export const buildWeb = async ({ root, env, signal }: Options): Promise<void> => {
  const turbo = join(root, 'node_modules', '.bin', 'turbo')
  const args = ['run', 'build', '--filter=@livedesk/web', '--output-logs=errors-only', '--no-update-notifier']
  try {
    await promisify(execFile)(turbo, args, { cwd: root, env: { ...env, TURBO_TELEMETRY_DISABLED: '1' }, signal })
  } catch (error) {
    if (signal.aborted) throw error
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    throw new Error(`The web app could not be built.\n${said}`, { cause: error })
  }
}

/** Whether this is a working copy that can build the web app, rather than an image that has only the API. */
export const canBuildWeb = (root: string) => existsSync(join(root, 'node_modules', '.bin', 'turbo'))
