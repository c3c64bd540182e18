import { now, wait } from './clock.ts'
import { Crowd } from './crowd.ts'
import { peerNamed } from './peers/peers.ts'
import type { People } from './said.ts'
import type { Servers } from './servers.ts'
import { openSystem } from './system.ts'

type Audience = {
  readonly people: People
  /** Sockets of each person: the first on worker `id % 2` unless all are on one, the second on the other. */
  readonly sockets: 1 | 2
  /** The only worker that people come to. */
  readonly at?: 0 | 1
  /** How many workers the system has: two, unless it is to be seen what one alone costs. */
  readonly workers?: 1 | 2
}

/** A system with people connected, warm: everyone is in and has heard each worker speak. */
export const openSession = async (
  name: string,
  servers: Servers,
  { people, sockets, at, workers: workerCount = 2 }: Audience,
) => {
  await using opening = new AsyncDisposableStack()
  const system = opening.use(await openSystem(name, servers, workerCount))
  const crowd = opening.use(new Crowd())
  const { dialect, crosses } = peerNamed(name)
  const workers = system.workers
  const workerAt = (index: number) => {
    const worker = workers[index % workers.length]
    if (!worker) throw new Error('A system has a worker at least.')
    return worker
  }
  for (let id = people.first; id <= people.last; id += 1) {
    for (let socket = 0; socket < sockets; socket += 1) crowd.add(id, workerAt(at ?? id + socket).port, dialect)
  }
  await crowd.connect()

  let last = 0
  const session = {
    system,
    crowd,
    crosses,
    sockets,
    people,
    workerAt,
    /** Takes so many event numbers. */
    numbers: (count: number) => {
      const from = last + 1
      last += count
      return from
    },
    /** Who says which of `count` events: half each, or all each to its own sockets where workers do not hear each other. */
    shares: (from: number, count: number) =>
      workers.map((worker, index) =>
        crosses
          ? { worker, from: from + index, step: workers.length, count: Math.ceil((count - index) / workers.length) }
          : { worker, from, step: 1, count },
      ),
    /** Says events as fast as they are heard, `open` of them on their way at any time, until `over()`. */
    pour: async (together: number, open: number, over: () => boolean) => {
      const chunk = Math.max(together, 100)
      let said = 0
      let failure: Error | undefined
      const before = crowd.received
      const heard = () => (crowd.received - before) / sockets
      for (let turn = 0; !over();) {
        if (said - heard() > open - chunk) {
          await wait(1)
          continue
        }
        const from = session.numbers(chunk)
        const order = { do: 'say', from, step: 1, count: chunk, people, together } as const
        const saying = crosses ? [workerAt((turn += 1))] : workers
        for (const worker of saying)
          worker
            .do(order)
            .catch(
              (error: unknown) =>
                (failure ??= new Error('A worker did not say what it was told to.', { cause: error })),
            )
        if (failure) throw failure
        said += chunk
      }
      await crowd.until(before + said * sockets)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
  await hearEachOther(session)
  const open = opening.move()
  return session
}

export type Session = Awaited<ReturnType<typeof openSession>>

/** Says something on each worker until it is heard wherever it should be: subscriptions come about in the background. */
const hearEachOther = async ({ crowd, workerAt, crosses, sockets, people, numbers }: Session) => {
  if (crowd.clients.length === 0) return
  const one = { ...people, last: people.first }
  for (const deadline = now() + 20_000; now() < deadline;) {
    const before = crowd.received
    for (const index of [0, 1]) {
      await workerAt(index).do({ do: 'say', from: numbers(1), step: 1, count: 1, people: one, together: 1 })
    }
    for (const late = now() + 500; now() < late; await wait(5)) {
      if (crowd.received - before >= (crosses ? 2 * sockets : sockets)) return
    }
  }
  throw new Error('The workers do not hear each other.')
}
