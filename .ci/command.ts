import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Runs one of the tools that are installed in a folder of the repository, or at its root. Rejects when it finds a fault. */
export const command = async (
  root: string,
  program: string,
  args: readonly string[],
  folder: string,
): Promise<void> => {
  const own = join(folder, 'node_modules', '.bin', program)
  const path = existsSync(own) ? own : join(root, 'node_modules', '.bin', program)
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
  const child = spawn(path, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code, signal]: unknown[] = await once(child, 'exit')
  if (code !== 0)
    throw new Error(
      `${[program, ...args].join(' ')} ${signal ? `was ended by ${String(signal)}` : `found a fault (exit code ${String(code)})`}.`,
    )
}
