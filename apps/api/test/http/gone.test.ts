import { TicketMessagePage } from '@livedesk/resources'
import fc from 'fast-check'
import { once } from 'node:events'
import { open, readdir, readlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { png, uploaded } from '../attachments/files.ts'

/** How many files of a folder this process has open. */
const openIn = async (folder: string) => {
  const targets = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''))
  return (await Promise.all(targets)).filter((target) => target.startsWith(folder)).length
}

/** What is sent before the line is cut, and how much of it. */
const cuts = fc.record({
  of: fc.constantFrom('download', 'upload', 'reply', 'queue', 'conversation'),
  share: fc.constantFrom(1, 1, 1, 0.9, 0.5),
  ms: fc.integer({ min: 0, max: 8 }),
})

// What a process has open is to be seen on Linux, where the desk runs.
test.runIf(process.platform === 'linux')(
  'whoever goes away at whatever moment leaves nothing open, nothing half done, and nobody else waiting',
  async () => {
    await using desk = await openDesk()
    const anna = await desk.agent('Anna')
    const ticket = await desk.ticket()
    const file = await uploaded(desk, anna, 'fuse.png', png)
    const { hostname, port } = new URL(desk.at(0))
    const request = (line: string, body: string | Buffer = '') =>
      Buffer.concat([
        Buffer.from(
          `${line} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${anna.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
        ),
        Buffer.from(body),
      ])
    const requests = {
      download: request(`GET /api/attachments/${file.id}`),
      upload: request('POST /api/attachments?name=fuse.png', Buffer.alloc(300_000, 'a')),
      reply: request(`POST /api/tickets/${ticket.id}/messages`, JSON.stringify({ body: 'It is out.', kind: 'note' })),
      queue: request('GET /api/tickets?view=open'),
      conversation: request(`GET /api/tickets/${ticket.id}/messages`),
    }

    const shelf = (await readdir(desk.filesFolder))[0] ?? ''
    const name = (await readdir(join(desk.filesFolder, shelf)))[0] ?? ''
    await using seen = await open(join(desk.filesFolder, shelf, name))
    expect(seen.fd).toBeGreaterThan(0)

    await fc.assert(
      fc.asyncProperty(cuts, async ({ of, share, ms }) => {
        const socket = connect(Number(port), hostname).on('error', () => undefined)
        await once(socket, 'connect')
        const bytes = requests[of]
        socket.write(bytes.subarray(0, bytes.length * share))
        if (ms > 0) await after(ms)
        socket.resetAndDestroy()
      }),
      { numRuns: 400 },
    )

    // One is open: by the test, to see that it sees.
    await expect.poll(() => openIn(desk.filesFolder)).toBe(1)
    await expect
      .poll(async () => (await readdir(desk.filesFolder, { recursive: true })).filter((path) => path.endsWith('.half')))
      .toEqual([])
    const { items } = await anna.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)
    expect(new Set(items.slice(1).map(({ body }) => body))).toEqual(new Set(['It is out.']))
  },
)
