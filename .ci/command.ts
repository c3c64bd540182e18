import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Runs one of the tools that are installed in a folder of the repository, or at its root. Rejects when it finds a fault. */
export const command = async (
  root: string,
  program: string,
  args: readonly string[],
  folder: string,
): Promise<void> => {
  const own = join(folder, 'node_modules', '.bin', program)
  const path = existsSync(own) ? own : join(root, 'node_modules', '.bin', program)
  // The tools start others by name, Node itself among them: they find ours first, as they do in a script of pnpm.
  const paths = [join(folder, 'node_modules', '.bin'), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? '']
  const env = {
    ...process.env,
    PATH: paths.join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    SAME_EXAMPLES: '1',
  }
  const child = spawn(path, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  if (ended !== 'exit code 0') throw new Error(`${[program, ...args].join(' ')} found a fault (${ended}).`)
}
