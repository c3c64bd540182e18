import { Attachment } from '@livedesk/events'
import { mostFileBytes, mostFiles } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { UploadQueue } from '../../src/attachments/upload-queue.ts'
import type { Uploaded, uploadFile } from '../../src/server/upload-file.ts'

const attachment = (name: string) => Attachment.parse({ id: 1, name, type: 'image/png', size: 3 })
const fileOf = (name: string, size = 3) => {
  const file = new File(['abc'], name, { type: 'image/png' })
  Object.defineProperty(file, 'size', { value: size })
  return file
}

/** A queue whose uploads end when they are told to. */
const openQueue = () => {
  const begun: { readonly name: string; readonly end: (uploaded: Uploaded) => Promise<void> }[] = []
  const brought: string[] = []
  const upload: typeof uploadFile = (file) => {
    const { promise, resolve } = Promise.withResolvers<Uploaded>()
    const end = async (uploaded: Uploaded) => {
      resolve(uploaded)
      await promise
      // What follows an answer follows in the same turn.
      await new Promise((done) => setTimeout(done))
    }
    begun.push({ name: file.name, end })
    return promise
  }
  return { queue: new UploadQueue(upload, ({ name }) => brought.push(name)), begun, brought }
}

test('files are uploaded one after another, in their order, while nobody looks', async () => {
  const { queue, begun, brought } = openQueue()
  queue.add([fileOf('a.png'), fileOf('b.png')], 0)
  expect(begun.map(({ name }) => name)).toEqual(['a.png'])
  await begun[0]?.end({ data: attachment('a.png') })
  await begun[1]?.end({ data: attachment('b.png') })
  expect(brought).toEqual(['a.png', 'b.png'])
  expect(queue.now().uploads).toEqual([])
})

test('what failed for want of a desk is tried again when there is one; what the desk refused is not', async () => {
  const { queue, begun } = openQueue()
  queue.add([fileOf('a.png'), fileOf('b.png')], 0)
  await begun[0]?.end({ error: { kind: 'unreachable' } })
  await begun[1]?.end({ error: { kind: 'malformed', status: 400 } })
  expect(begun).toHaveLength(2)
  queue.retryMissed()
  expect(begun.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'a.png'])
  await begun[2]?.end({ data: attachment('a.png') })
  expect(queue.now().uploads.map(({ file, trouble }) => [file.name, trouble])).toEqual([
    ['b.png', { kind: 'malformed', status: 400 }],
  ])
})

test('a file that is taken away while it is uploaded goes nowhere, and lets the next one go', async () => {
  const { queue, begun, brought } = openQueue()
  const [first = ''] = queue.add([fileOf('a.png'), fileOf('b.png')], 0)
  queue.remove(first)
  await begun[0]?.end({ error: { kind: 'aborted' } })
  await begun[1]?.end({ data: attachment('b.png') })
  expect(brought).toEqual(['b.png'])
})

test('a picture has its place between words until that goes; then it is one of the files below them', async () => {
  const { queue, begun, brought } = openQueue()
  const arrived: string[] = []
  const [, second = ''] = queue.add([fileOf('a.png'), fileOf('b.png')], 0, (_, { name }) => {
    arrived.push(name)
    return true
  })
  queue.displace(second)
  await begun[0]?.end({ data: attachment('a.png') })
  await begun[1]?.end({ data: attachment('b.png') })
  expect([arrived, brought]).toEqual([['a.png'], ['b.png']])
})

test('a file that is too large is never sent, and says so; more files than a message may have are not taken', () => {
  const { queue, begun } = openQueue()
  queue.add([fileOf('film.mp4', mostFileBytes + 1)], 0)
  expect(begun).toEqual([])
  expect(queue.now().uploads.map(({ trouble }) => trouble)).toEqual(['too_large'])
  expect(queue.add([fileOf('a.png'), fileOf('b.png')], mostFiles - 2)).toHaveLength(1)
  expect(queue.now().isTooMany).toBe(true)
})
