import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { now, wait } from '../clock.ts'
import { median } from '../sample.ts'
import { openTab } from '../tab/page.ts'
import type { Figures, Work } from './work.ts'

const tickets = 100_000
const perSecond = 100

/** The main thread is asked for its time this often: what an event costs is the median over such slices. */
const sliceMs = 200

const frameMs = 1000 / 60

/** What does an event cost the tab of someone who looks at a long list? */
export const tab: Work = {
  name: 'tab',
  about: `A real Chromium with the real web build shows a list of ${tickets.toLocaleString('en')} tickets, while colleagues change ${perSecond} tickets a second (a fifth of them among the newest hundred), by the desk's own code. CPU time of the tab's main thread beyond what it takes when nothing happens, for each event: the median over slices of ${sliceMs} ms. Frames dropped, of those that 60 a second would be (headless, drawn by the CPU, on the machine that runs the desk and the browser too); without a storm as many are dropped as the second figure says. Long tasks are those over 50 ms.`,
  systems: ['livedesk-postgres'],
  figures: {
    perEvent: 'ms of CPU of the main thread per event',
    longest: 'ms longest task over 50',
    longTasks: 'tasks over 50 ms',
    dropped: '% of frames dropped',
    droppedIdle: '% dropped when nothing happens',
    refetches: 'requests for lists or counts',
  },
  goals: [
    { figure: 'perEvent', system: 'livedesk-postgres', atMost: 2 },
    { figure: 'longTasks', system: 'livedesk-postgres', atMost: 0 },
    { figure: 'refetches', system: 'livedesk-postgres', atMost: 0 },
  ],
  quick: { seconds: 4, sockets: 1 },
  full: { seconds: 15, sockets: 1 },
  measure: async (_, servers, { seconds }) => {
    await using database = await servers.openDatabase()
    await using desk = await openDesk(database.url)
    await using page = await openTab(`http://127.0.0.1:${desk.port}`)
    await wait(1000)
    // The compiler of the browser has seen the code before it is measured.
    await desk.storm(2)
    await wait(1000)

    await page.noted()
    const [idleFrom, idleBusy] = [now(), await page.busyMs()]
    await wait(3000)
    const idleShare = ((await page.busyMs()) - idleBusy) / (now() - idleFrom)
    const idle = await page.noted()

    const [askedBefore, heardBefore] = [page.asked.length, await page.heard()]
    const raging = desk.storm(seconds)
    const perEvent = await slices(page, seconds, idleShare)
    const said = await raging
    for (const late = now() + 10_000; (await page.heard()) - heardBefore < said && now() < late;) await wait(50)
    if ((await page.heard()) - heardBefore < said) throw new Error('The tab did not hear all that was said.')
    const { frames, longTasks } = await page.noted()
    return {
      perEvent: median(perEvent),
      longest: Math.max(0, ...longTasks),
      longTasks: longTasks.length,
      dropped: droppedPercent(frames),
      droppedIdle: droppedPercent(idle.frames),
      refetches: page.asked.slice(askedBefore).filter((request) => request.startsWith('GET')).length,
    }
  },
}

type Tab = Awaited<ReturnType<typeof openTab>>

/** What an event cost in each slice of time in which there was one. */
const slices = async (page: Tab, seconds: number, idleShare: number) => {
  const costs: number[] = []
  let [at, busy, heard] = [now(), await page.busyMs(), await page.heard()]
  for (const end = at + seconds * 1000; at < end;) {
    await wait(sliceMs)
    const [nextAt, nextBusy, nextHeard] = [now(), await page.busyMs(), await page.heard()]
    if (nextHeard > heard) costs.push((nextBusy - busy - idleShare * (nextAt - at)) / (nextHeard - heard))
    ;[at, busy, heard] = [nextAt, nextBusy, nextHeard]
  }
  return costs
}

const droppedPercent = (gaps: readonly number[]): Figures[string] => {
  const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frameMs) - 1), 0)
  return (100 * missed) / (gaps.length + missed)
}

const openDesk = async (databaseUrl: string) => {
  const child = fork(fileURLToPath(new URL('../tab/desk.ts', import.meta.url)), [databaseUrl, String(tickets)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  const ended = gone.then(() => Promise.reject(new Error('The desk of the tab ended.')))
  ended.catch(() => {})
  const next = async (): Promise<unknown> => {
    const heard: readonly unknown[] = await Promise.race([once(child, 'message'), ended])
    return heard[0]
  }
  const { port } = z.object({ port: z.int() }).parse(await next())
  return {
    port,
    storm: async (seconds: number) => {
      child.send({ seconds, perSecond })
      return z.object({ said: z.int() }).parse(await next()).said
    },
    [Symbol.asyncDispose]: async () => {
      child.disconnect()
      await gone
    },
  }
}
