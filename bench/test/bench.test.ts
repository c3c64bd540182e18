import { expect, test } from 'vitest'
import { verdicts } from '../compare.ts'
import { openServers } from '../servers.ts'
import { works } from '../works.ts'
import { openSession } from '../session.ts'

test('each architecture that is compared carries an event from either worker to both sockets of a person', async () => {
  await using servers = await openServers()
  for (const name of ['livedesk-postgres', 'notify-per-event', 'socket.io-postgres', 'ws']) {
    await using session = await openSession(name, servers, { people: { first: 1, last: 3 }, sockets: 2 })
    const { crowd, crosses, shares, numbers, people } = session
    const before = crowd.received
    await Promise.all(
      shares(numbers(10), 10).map(({ worker, ...share }) =>
        worker.do({ do: 'say', ...share, people, together: crosses ? 5 : 10 }),
      ),
    )
    await crowd.until(before + 20)
    expect(await session.system.cpu(), name).toBeGreaterThan(0)
  }
})

test('a goal is met or missed by the ratio of two runs of one repeat', () => {
  const work = works.find(({ name }) => name === 'saturated')
  if (!work) throw new Error('There is no such work.')
  const run = (repeat: number, system: string, rate: number) => ({ repeat, system, figures: { rate } })
  const runs = [
    run(0, 'livedesk-postgres', 300),
    run(0, 'socket.io-postgres', 100),
    run(1, 'livedesk-postgres', 200),
    run(1, 'socket.io-postgres', 100),
  ]
  const result = { at: '', seconds: 1, sockets: 1, machine: '', loadBefore: 0, loadAfter: 0, runs }
  const [verdict] = verdicts(work, { saturated: result })
  expect(verdict).toMatchObject({ met: true, spread: { median: 2.5, min: 2, max: 3, count: 2 } })
})
