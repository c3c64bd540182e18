import { ConfigError } from '../config.ts'
import { FolderInUse } from './folder-lock.ts'
import { PortInUse } from './port.ts'

/** How a program learns that it is to stop. */
export type Stopping = {
  /** Aborted by the first Ctrl-C, SIGTERM or closed terminal: stop gently. */
  readonly signal: AbortSignal
  /** What the second one does: stop at once. */
  readonly onForce: (act: () => void) => void
}

/**
 * Runs a program until it ends or is told to stop. What the person at the terminal can mend is said in a sentence and
 * exits with 1; a stop that was asked for exits with 0.
 */
export const runUntilStopped = async (program: (stopping: Stopping) => Promise<void>): Promise<void> => {
  const stop = new AbortController()
  let asked = 0
  let force: (() => void) | undefined
  const ask = () => {
    asked += 1
    if (asked === 1) stop.abort()
    if (asked === 2) force?.()
    if (asked > 2) process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)

  try {
    await program({ signal: stop.signal, onForce: (act) => (force = act) })
  } catch (error) {
    if (!stop.signal.aborted) explain(error)
  }
  // A handle that somebody forgot keeps nobody waiting.
  process.exit()
}

const explain = (error: unknown) => {
  process.exitCode = 1
  const ofTheirs = error instanceof ConfigError || error instanceof FolderInUse || error instanceof PortInUse
  process.stderr.write(`\n${ofTheirs ? error.message : describe(error)}\n`)
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}\n${describe(error.cause)}`
}
