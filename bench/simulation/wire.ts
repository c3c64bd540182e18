import { Duplex } from 'node:stream'
import type { Dice } from '../chaos/dice.ts'
import type { VirtualTime } from './virtual-time.ts'

/** So much a kernel takes for a reader who does not read. */
const kernelBytes = 64 * 1024

/** A socket of a worker, and the way of its bytes to a reader: late, in order, and not at all once it is cut. */
export class Wire extends Duplex {
  readonly #time: VirtualTime
  readonly #dice: Dice
  readonly #heard: (frame: string) => void
  #underWay: { readonly at: number; readonly bytes: Buffer }[] = []
  #received = Buffer.alloc(0)
  #reading = true
  #cut = false
  /** The kernel has no room: the next write waits for the reader. */
  #full: { readonly bytes: Buffer; readonly taken: () => void } | undefined

  constructor(time: VirtualTime, dice: Dice, heard: (frame: string) => void) {
    super()
    this.#time = time
    this.#dice = dice
    this.#heard = heard
  }

  override _read() {}

  override _write(bytes: Buffer, _encoding: BufferEncoding, taken: () => void) {
    if (this.#waiting + bytes.length > kernelBytes && this.#waiting > 0) this.#full = { bytes, taken }
    else {
      this.#send(bytes)
      taken()
    }
  }

  /** The reader stops reading, or goes on. */
  goOn(reading: boolean) {
    this.#reading = reading
    this.#arrive()
  }

  get isCut() {
    return this.#cut
  }

  /** Nothing arrives any more. */
  cut() {
    this.#cut = true
    this.#underWay = []
  }

  /** Resolves when all that was written has arrived, or cannot any more. */
  async emptied() {
    while (!this.#cut && (this.#underWay.length > 0 || this.#full || this.writableLength > 0)) await this.#time.wait(1)
  }

  get #waiting() {
    return this.#underWay.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  #send(bytes: Buffer) {
    const at = Math.max(this.#underWay.at(-1)?.at ?? 0, this.#time.now + this.#dice.next() * 3)
    this.#underWay.push({ at, bytes })
    this.#time.after(at - this.#time.now, () => this.#arrive())
  }

  #arrive() {
    while (this.#reading) {
      const [next] = this.#underWay
      if (!next || next.at > this.#time.now) break
      this.#underWay.shift()
      this.#received = Buffer.concat([this.#received, next.bytes])
    }
    const full = this.#full
    if (full && this.#waiting === 0 && !this.#cut) {
      this.#full = undefined
      this.#send(full.bytes)
      full.taken()
    }
    for (let frame = this.#frame(); frame !== undefined && !this.#cut; frame = this.#frame()) this.#heard(frame)
  }

  /** Takes the next whole frame: text, unmasked, unfragmented (RFC 6455). */
  #frame() {
    const bytes = this.#received
    const short = bytes[1]
    if (short === undefined) return undefined
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < header) return undefined
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
    if (bytes.length < header + length) return undefined
    if (bytes[0] !== 0x81) throw new Error(`Not the start of a text frame: ${bytes[0]}.`)
    this.#received = bytes.subarray(header + length)
    return bytes.toString('utf8', header, header + length)
  }
}
