import type { Server } from 'node:net'

/** Listens on a free port of this machine, and says which. */
export const listen = (server: Server) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('The server has no port.'))
    })
  })
