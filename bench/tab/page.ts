import { launchBrowser } from '@livedesk/e2e/browser.ts'
import { demoPassword } from '@livedesk/api/src/demo/people.ts'
import { z } from 'zod'

/** What the page has noted of itself since it was opened. */
const Noted = z.object({ frames: z.array(z.number()), longTasks: z.array(z.number()) })

/** A tab of a real browser, signed in, with the list of all tickets open and live. */
export const openTab = async (origin: string) => {
  await using opening = new AsyncDisposableStack()
  const browser = await launchBrowser()
  opening.defer(() => browser.close())
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  await context.request.post('/api/session', { data: { email: 'anna@livedesk.test', password: demoPassword } })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}`)
  })
  await page.addInitScript(note)
  await page.goto('/tickets?view=all')
  await page.locator('[data-state="live"]').first().waitFor()
  await page.getByRole('list', { name: 'Tickets' }).getByRole('link').first().waitFor()
  const devtools = await context.newCDPSession(page)
  // CPU time, not time: what else the machine does while the tab waits is not the tab's.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const open = opening.move()
  return {
    /** Every request to the API so far. */
    asked,
    /** Events of tickets that the tab has been told by the worker that holds its browser's socket. */
    heard: async () => z.int().parse(await page.evaluate(() => window.heardOfTickets?.())),
    /** Milliseconds of CPU that its main thread has used. */
    busyMs: async () => {
      const { metrics } = await devtools.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
    },
    /** The gaps between frames and the tasks over 50 ms since it was asked last, in milliseconds. */
    noted: async () => Noted.parse(await page.evaluate(() => window.takeNotes?.())),
    /** How many tickets the list says there are, as it is shown. */
    text: () => page.getByRole('navigation', { name: 'Views' }).innerText(),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

declare global {
  interface Window {
    takeNotes?: () => unknown
    heardOfTickets?: () => unknown
  }
}

/** Runs in the page, before anything of its own. */
const note = () => {
  let frames: number[] = []
  let longTasks: number[] = []
  let last = performance.now()
  const frame = (at: number) => {
    frames.push(at - last)
    last = at
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
  let heard = 0
  const count = (message: MessageEvent) => {
    const event: unknown = Reflect.get(Object(message.data), 'event')
    if (String(Reflect.get(Object(event), 'type')).startsWith('ticket_')) heard += 1
  }
  window.SharedWorker = class extends SharedWorker {
    constructor(address: string | URL, options?: string | WorkerOptions) {
      super(address, options)
      this.port.addEventListener('message', count)
    }
  }
  window.heardOfTickets = () => heard
  window.takeNotes = () => {
    const notes = { frames, longTasks }
    frames = []
    longTasks = []
    return notes
  }
}
