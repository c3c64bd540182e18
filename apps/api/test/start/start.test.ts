import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { demoPassword, demoPeople } from '../../src/demo/people.ts'
import { whyNotFree } from '../../src/start/port.ts'
import { isAlive } from '../../src/start/process.ts'
import { openHome } from './started.ts'

// A whole start is a second of work on an idle machine, and ten of them on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const [anna] = demoPeople

test('a first start makes a desk that people can sign in to, and Ctrl-C leaves nothing running', async () => {
  await using home = await openHome()
  const desk = home.start({ WORKERS: '2' })
  await desk.ready()
  expect(desk.output()).toContain(`http://localhost:${home.port}`)
  for (const { email } of demoPeople) expect(desk.output()).toContain(email)
  await expect.poll(desk.workers).toHaveLength(2)

  expect(await desk.signIn(anna.email, demoPassword)).toBe(200)
  expect((await desk.tickets()).total).toBe(202)

  const processes = [await home.postgresPid(), ...(await desk.workers())]
  expect(await desk.stop()).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
  expect(await whyNotFree(home.port)).toBeUndefined()
})

test('what was written is there after a stop, and the demo is not written again', async () => {
  await using home = await openHome()
  const before = home.start()
  await before.ready()
  await before.signIn(anna.email, demoPassword)
  const ticket = await before.openTicket('The lamp in the lift is dark')
  expect(await before.stop()).toBe(0)

  const after = home.start()
  await after.ready()
  await after.signIn(anna.email, demoPassword)
  expect((await after.tickets('lamp in the lift')).items).toMatchObject([{ id: ticket.id }])
  expect((await after.tickets()).total).toBe(203)
})

test('a start that was killed blocks nothing: its PostgreSQL is stopped, and what was written is there', async () => {
  await using home = await openHome()
  const killed = home.start()
  await killed.ready()
  await killed.signIn(anna.email, demoPassword)
  const ticket = await killed.openTicket('Written just before the lights went out')
  const orphan = await home.postgresPid()
  const workers = await killed.workers()
  await killed.kill()
  expect(isAlive(orphan)).toBe(true)

  const next = home.start()
  await next.ready()
  expect([orphan, ...workers].filter(isAlive)).toEqual([])
  await next.signIn(anna.email, demoPassword)
  expect((await next.tickets('lights went out')).items).toMatchObject([{ id: ticket.id }])
})

test('a second start says where the first one is, and does it no harm', async () => {
  await using home = await openHome()
  const first = home.start()
  await first.ready()

  const second = home.start()
  expect(await second.exit).toBe(1)
  expect(second.output()).toContain(`Livedesk is running here already: http://localhost:${home.port}`)
  expect(await first.health()).toBe(200)
})

test('a port that is taken is said so, with what to do', async () => {
  await using home = await openHome()
  const other = createServer()
  other.listen(home.port)
  await once(other, 'listening')

  const desk = home.start()
  expect(await desk.exit).toBe(1)
  expect(desk.output()).toContain(`Port ${home.port} is in use`)
  expect(desk.output()).toContain('PORT=')
  other.close()
})

test('a process that has the number of a PostgreSQL long gone is left alone', async () => {
  await using home = await openHome()
  const before = home.start()
  await before.ready()
  expect(await before.stop()).toBe(0)
  await writeFile(join(home.folder, 'postgres/postmaster.pid'), `${process.pid}\n${home.folder}/postgres\n`)

  const after = home.start()
  await after.ready()
  expect(await home.postgresPid()).not.toBe(process.pid)
})

test('a worker that dies is replaced on the same port', async () => {
  await using home = await openHome()
  const desk = home.start()
  await desk.ready()
  await expect.poll(desk.workers).toHaveLength(1)
  const [worker = 0] = await desk.workers()
  process.kill(worker, 'SIGKILL')

  await expect.poll(desk.workers).toHaveLength(2)
  await expect.poll(desk.health).toBe(200)
  expect(desk.output()).toContain('Another takes its place')
})

test('a worker that keeps dying is started again ever more slowly, and the operator is told', async () => {
  await using home = await openHome()
  const desk = home.start()
  await desk.ready()
  for (const birth of [1, 2, 3]) {
    await expect.poll(desk.workers).toHaveLength(birth)
    process.kill((await desk.workers()).at(-1) ?? 0, 'SIGKILL')
  }
  await expect.poll(desk.workers).toHaveLength(4)
  expect(desk.output()).toContain('keeps stopping right after it starts')
})

test('whichever worker is asked for metrics, it says what all of them measured', async () => {
  await using home = await openHome()
  const desk = home.start({ WORKERS: '2' })
  await desk.ready()
  await desk.signIn(anna.email, demoPassword)
  await desk.openTicket('The lamp in the lift is dark')
  for (let count = 0; count < 7; count += 1) await desk.tickets()

  const read = 'http_request_duration_seconds_count{method="GET",route="/api/tickets",status="200"}'
  // The last of them is counted when its connection has closed.
  await expect.poll(async () => (await desk.metrics()).numbers.get(read)).toBe(7)
  for (let count = 0; count < 4; count += 1) {
    const { status, numbers } = await desk.metrics()
    expect(status).toBe(200)
    expect(numbers.get(read)).toBe(7)
    expect(numbers.get('livedesk_live_pubsub_hearing')).toBe(1)
    expect(numbers.get('livedesk_live_position')).toBeGreaterThan(0)
    expect(numbers.get('livedesk_live_position')).toBe(numbers.get('livedesk_live_numbered_events_total'))
  }
})

test('while a worker is stuck, the others say so instead of metrics that would jump', async () => {
  await using home = await openHome()
  const desk = home.start({ WORKERS: '2' })
  await desk.ready()
  await expect.poll(desk.workers).toHaveLength(2)
  const [worker = 0] = await desk.workers()
  using stuck = new DisposableStack()
  process.kill(worker, 'SIGSTOP')
  stuck.defer(() => isAlive(worker) && process.kill(worker, 'SIGCONT'))

  // One for each of them: the stuck one's is answered when it goes on.
  const scrapes = [desk.metrics(), desk.metrics()]
  const first = await Promise.race(scrapes)
  expect(first.status).toBe(503)
  expect(first.text).toMatch(/^# Not every worker answered/u)
  expect(first.numbers.get('livedesk_live_connections')).toBe(0)

  stuck.dispose()
  await Promise.all(scrapes)
  expect((await desk.metrics()).status).toBe(200)
})

test('a PostgreSQL that dies is started again, and the desk heals', async () => {
  await using home = await openHome()
  const desk = home.start()
  await desk.ready()
  const before = await home.postgresPid()
  process.kill(before, 'SIGKILL')

  await expect.poll(() => home.postgresPid().catch(() => before)).not.toBe(before)
  await expect.poll(desk.health).toBe(200)
  expect(await desk.signIn(anna.email, demoPassword)).toBe(200)
})

test('a desk that is told to leave while it starts leaves nothing running', async () => {
  await using home = await openHome()
  const desk = home.start()
  await expect.poll(desk.output, { timeout: 60_000 }).toContain('Preparing the database')
  const postgres = await home.postgresPid()
  expect(await desk.stop()).toBe(0)
  expect(isAlive(postgres)).toBe(false)
})

test('everything that is wrong with the environment is said at once', async () => {
  await using home = await openHome()
  const desk = home.start({ WORKERS: 'many', PUBSUB: 'pigeon' })
  expect(await desk.exit).toBe(1)
  expect(desk.output()).toContain('WORKERS')
  expect(desk.output()).toContain('PUBSUB')
})
