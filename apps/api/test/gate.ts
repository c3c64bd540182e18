import { connect, createServer, type Socket } from 'node:net'
import { listen } from './live/listen.ts'
import { statementsIn } from './statements.ts'

/** Stands between a worker and its database, and keeps what it asks: shut, nothing comes through and nobody comes in. */
export const openGate = async (url: string) => {
  const target = new URL(url)
  const through = new Set<Socket>()
  const statements: string[] = []
  let roundTrips = 0
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      through.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        through.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on(
      'data',
      statementsIn((text) => statements.push(text)),
    )
    let isAsking = false
    near.on('data', () => {
      if (!isAsking) roundTrips += 1
      isAsking = true
    })
    far.on('data', () => (isAsking = false))
    near.pipe(far).pipe(near)
  })
  const port = await listen(server)
  const shut = () => {
    for (const socket of through) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    /** Everything that has been executed, oldest first. */
    statements,
    /** How often something was asked after an answer, since this was last called. */
    roundTrips: () => {
      const count = roundTrips
      roundTrips = 0
      return count
    },
    shut,
    open: () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)),
    [Symbol.asyncDispose]: shut,
  }
}
