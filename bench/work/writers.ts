import { z } from 'zod'
import { openSession } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { Figures, Size, Work } from './work.ts'

/** One person, with a socket on each worker, who hears of every change. */
const people = { first: 1, last: 1 }
const writersPerWorker = 8

/** Sixteen at once change tickets as fast as they can: what do events leave of that? */
const writers = (name: string, otherWorkMs: number, about: string, goals: Work['goals']): Work => ({
  name,
  about,
  systems: ['livedesk-postgres', 'livedesk-redis', 'row-only', 'notify-in-transaction', 'no-events'],
  figures: { rate: 'transactions per second', cpu: 'CPU s per 100,000 transactions' },
  goals,
  quick: { seconds: 4, sockets: 2 },
  full: { seconds: 5, sockets: 2 },
  measure: (system, servers, size) => measure(system, servers, size, otherWorkMs),
})

const measure = async (name: string, servers: Servers, { seconds }: Size, otherWorkMs: number): Promise<Figures> => {
  const live = name.startsWith('livedesk')
  await using session = await openSession(
    name,
    servers,
    live ? { people, sockets: 2 } : { people: { first: 1, last: 0 }, sockets: 2 },
  )
  const { system, crowd, numbers } = session
  const write = async (forSeconds: number) => {
    const [before, cpu] = [crowd.received, await system.cpu()]
    const from = numbers(1_000_000)
    const order = { do: 'write', step: 2, people, writers: writersPerWorker, seconds: forSeconds, otherWorkMs } as const
    const commits = z
      .array(z.number())
      .parse(await Promise.all(system.workers.map((worker, index) => worker.do({ ...order, from: from + index }))))
    const count = commits.reduce((sum, one) => sum + one, 0)
    // Everything said must have been heard, on both workers: a rate at which events are lost is none.
    if (live) await crowd.until(before + count * 2)
    return { rate: count / forSeconds, cpu: ((await system.cpu()) - cpu) * (100_000 / count) }
  }
  await write(2)
  return await write(seconds)
}

export const writersAlone = writers(
  'writers',
  0,
  'Sixteen writers, eight on each worker, change tickets of three columns as fast as they can. Ours with a reader on each worker who gets every event, and none may be missing; the others have no sockets.',
  [
    { figure: 'rate', system: 'livedesk-postgres', over: 'row-only', atLeast: 0.85 },
    { figure: 'rate', system: 'livedesk-postgres', over: 'notify-in-transaction', atLeast: 1.5 },
  ],
)

export const writersBusy = writers('writers-10ms', 10, 'The same, with 10 ms of other work inside each transaction.', [
  { figure: 'rate', system: 'livedesk-postgres', over: 'no-events', atLeast: 0.9 },
])
