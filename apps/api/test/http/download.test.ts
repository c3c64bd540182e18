import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Download } from '../../src/http/download.ts'
import { listen } from '../live/listen.ts'

let server: ReturnType<typeof createServer>
let port: number
let app: ReturnType<typeof express>

beforeEach(async () => {
  app = express()
  server = createServer(app)
  port = await listen(server)
})
afterEach(() => server.close())

const download = (bytes: Readable) =>
  new Download({ bytes, size: 1_000_000, type: 'image/png', name: 'fuse.png', shown: true })

/** Asks for the file, and goes when told. */
const ask = () => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: desk\r\n\r\n')
  return socket
}

test('what was opened for someone who went before its beginning is closed', async () => {
  const bytes = Readable.from([Buffer.alloc(1000)])
  const sent = Promise.withResolvers<void>()
  app.get('/', async (_request, response) => {
    socket.resetAndDestroy()
    await once(response, 'close')
    await download(bytes).send(response)
    sent.resolve()
  })
  const socket = ask()
  await sent.promise
  expect(bytes.destroyed).toBe(true)
})

test('what was opened for someone who went in the middle is closed', async () => {
  const bytes = new Readable({ read: () => undefined })
  const sent = Promise.withResolvers<void>()
  app.get('/', async (_request, response) => {
    bytes.push(Buffer.alloc(1000))
    await download(bytes).send(response)
    sent.resolve()
  })
  const socket = ask()
  await once(socket, 'data')
  socket.resetAndDestroy()
  await sent.promise
  expect(bytes.destroyed).toBe(true)
})

test('what breaks off in the middle is no whole answer', async () => {
  const bytes = new Readable({ read: () => undefined })
  app.get('/', async (_request, response) => {
    bytes.push(Buffer.alloc(1000))
    await download(bytes).send(response)
  })
  const socket = ask()
  await once(socket, 'data')
  bytes.destroy(new Error('The disk is gone.'))
  await once(socket, 'close')
  expect(socket.bytesRead).toBeLessThan(10_000)
})
