import { mostFileBytes } from '@livedesk/resources'
import type { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { Problem } from '../problem.ts'
import type { FileStore } from './file-store.ts'
import { sniff, tellingBytes } from './sniff.ts'

const tooLarge = () =>
  new Problem('too_large', `A file may have at most ${mostFileBytes / 1024 / 1024} MB.`, {
    // What else is sent is not read.
    headers: { Connection: 'close' },
  })

/** Writes a request's body into the store as it comes, and tells what it is. Nothing is kept of what is too large or breaks off. */
export const keepUpload = async (store: FileStore, request: IncomingMessage) => {
  if (Number(request.headers['content-length'] ?? 0) > mostFileBytes) throw tooLarge()
  const key = randomUUID()
  const meter = new Meter()
  await store.write(key, Readable.from(meter.pass(request)))
  try {
    if (meter.size === 0) throw new Problem('bad_request', 'The file is empty.')
    return { key, size: meter.size, ...(await sniff(meter.beginning)) }
  } catch (error) {
    await store.remove(key)
    throw error
  }
}

/** Counts what passes, keeps its beginning, and stops what is too much. */
class Meter {
  size = 0
  #parts: Buffer[] = []
  #kept = 0

  get beginning() {
    return Buffer.concat(this.#parts).subarray(0, tellingBytes)
  }

  async *pass(request: IncomingMessage) {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('An upload is bytes.')
      this.size += chunk.length
      if (this.size > mostFileBytes) throw tooLarge()
      if (this.#kept < tellingBytes) {
        this.#parts.push(chunk)
        this.#kept += chunk.length
      }
      yield chunk
    }
    // A connection that breaks off ends the body before its time.
    if (!request.complete) throw new Problem('bad_request', 'The file broke off before its end.')
  }
}

// Control characters, and what makes a name run the other way or look like another; paths are no part of a name.
const unwanted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uD800-\uDFFF]/gu

/** A file's name as it is shown and saved: without a path, without what cannot be seen, at most 200 characters with its ending. */
export const cleanName = (said: string) => {
  const last = said.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const name = last.replaceAll(unwanted, '').trim()
  if (name === '' || /^\.+$/u.test(name)) return 'file'
  if (name.length <= mostName) return name
  const ending = /\.[^.]{1,20}$/u.exec(name)?.[0] ?? ''
  // A pair that would be cut in two goes as a whole.
  return name.slice(0, mostName - ending.length).replace(/[\uD800-\uDBFF]$/u, '') + ending
}

const mostName = 200
