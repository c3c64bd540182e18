import { type DestinationStream, type Logger, pino } from 'pino'

type LogOptions = {
  readonly level: string
  /** Where lines go; to standard output if not said. */
  readonly to?: DestinationStream
}

/**
 * Opens the log of a process. Of an error, a line holds its type, message, code, stack and causes, and nothing else: the
 * database's errors carry the row that they are about, and the connection with its keys.
 */
export const openLog = ({ level, to }: LogOptions): Logger => {
  const options = { level, base: { pid: process.pid }, serializers: { err: sayError } }
  return to ? pino(options, to) : pino(options)
}

type SaidError = {
  readonly type: string
  readonly message: string
  readonly code?: unknown
  readonly stack?: string | undefined
  readonly cause?: SaidError
}

const sayError = (error: unknown) => sayWithCauses(error, longestChain)

/** Causes may go round in a circle. */
const longestChain = 5

const sayWithCauses = (error: unknown, left: number): SaidError => {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something else than an error was thrown.' }
  const { message, stack, cause } = error
  return {
    type: error.constructor.name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(cause !== undefined && left > 0 && { cause: sayWithCauses(cause, left - 1) }),
  }
}
