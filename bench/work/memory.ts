import { wait } from '../clock.ts'
import { residentBytes } from '../cpu.ts'
import { openSession } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { System } from '../system.ts'
import type { Work } from './work.ts'

/** What does a connection that says nothing cost? */
export const memory: Work = {
  name: 'memory',
  about:
    'Idle authenticated connections, each another person on its worker: 10,000 on two workers. Resident memory of both workers beyond what they take with one each, divided by the connections: as it is, and after full garbage collections, when it has stopped falling. And CPU while nothing happens.',
  systems: ['livedesk-postgres', 'ws', 'raw', 'notify-per-event', 'socket.io-redis'],
  figures: {
    memory: 'kB per connection, collected',
    grown: 'kB per connection, as it is',
    cpu: 'CPU ms per second, idle',
  },
  goals: [{ figure: 'memory', system: 'livedesk-postgres', atMost: 10 }],
  quick: { seconds: 5, sockets: 10_000 },
  full: { seconds: 6, sockets: 10_000 },
  measure: async (name, servers, { seconds, sockets }) => {
    const alone = await measure(name, servers, 1, seconds / 2)
    const crowded = await measure(name, servers, sockets / 2, seconds)
    const each = (bytes: 'settled' | 'grown') => (crowded[bytes] - alone[bytes]) / (sockets - 2) / 1000
    return { memory: each('settled'), grown: each('grown'), cpu: crowded.cpu }
  },
}

/** The same workers with few and with many: what was paid at the start is in both. */
const measure = async (name: string, servers: Servers, persons: number, seconds: number) => {
  await using session = await openSession(name, servers, { people: { first: 1, last: persons }, sockets: 2 })
  const { system } = session
  await wait(3000)
  const cpu = await system.cpu()
  await wait(seconds * 1000)
  const used = (await system.cpu()) - cpu
  const grown = await bytesOf(system)
  return { grown, settled: await settledBytes(system), cpu: (used * 1000) / seconds }
}

/** Memory when it has stopped falling: what the garbage of connecting took is given back to the system bit by bit. */
const settledBytes = async (system: System) => {
  let least = Infinity
  for (let still = 0, turn = 0; still < 4 && turn < 30; turn += 1) {
    await Promise.all(system.workers.map((worker) => worker.do({ do: 'collect' })))
    await wait(2000)
    const bytes = await bytesOf(system)
    still = bytes > least * 0.995 ? still + 1 : 0
    least = Math.min(least, bytes)
  }
  return least
}

const bytesOf = async ({ workers }: System) => {
  const bytes = await Promise.all(workers.map(({ pid }) => residentBytes(pid)))
  return bytes.reduce((sum, one) => sum + one, 0)
}
