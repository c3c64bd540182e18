import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Somebody else has the port; the message says what to do. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse'
}

/** Throws `PortInUse` when no server could listen there. */
export const requireFree = async (port: number, host?: string): Promise<void> => {
  const reason = await whyNotFree(port, host)
  if (reason === 'EADDRINUSE')
    throw new PortInUse(`Port ${port} is in use by another program. Choose another: PORT=${port + 1} npx pnpm@12 start`)
  if (reason === 'EACCES')
    throw new PortInUse(`Port ${port} may not be used by this user. Choose one above 1023, for example PORT=3000.`)
  if (reason !== undefined)
    throw new PortInUse(
      `Nothing can listen on port ${port}${host ? ` of ${host}` : ''} (${reason}). Set PORT and HOST to others.`,
    )
}

/** Whether a server could listen there now: `undefined` if so, otherwise why not (`EADDRINUSE`, `EACCES`, …). */
export const whyNotFree = async (port: number, host?: string): Promise<string | undefined> => {
  const server = createServer()
  try {
    server.listen({ port, host, exclusive: true })
    await once(server, 'listening')
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    server.close()
  }
}

// Connections that go out take their ports from 32768 on: one of those may be gone before anybody listens on it.
const [lowest, highest] = [15_000, 32_000]

/** A port of this machine's own address that nobody listens on, and that no connection takes by chance. */
export const freePort = async (): Promise<number> => {
  const port = randomInt(lowest, highest)
  return (await whyNotFree(port, '127.0.0.1')) === undefined ? port : freePort()
}
