import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

const paper: Colour = [250, 250, 252]
const line: Colour = [222, 226, 230]
const warm: Colour = [224, 90, 60]
const wanted: Colour = [60, 130, 200]

const size = { width: 480, height: 240 }

/** A night of a bedroom that does not listen to its thermostat, as its app draws it: what was wanted, and what it was. */
export const temperatureChart = () =>
  png(size, (x, y) => {
    const hour = (x / size.width) * 24
    const degrees = 30 - (y / size.height) * 14
    if (Math.abs(degrees - 20) < 0.08) return wanted
    if (Math.abs(degrees - measured(hour)) < 0.14 + 0.22 * Math.abs(slope(hour))) return warm
    const isLine = x % 80 === 0 || y % 40 === 0
    return isLine ? line : paper
  })

const measured = (hour: number) => 20.5 + 6.5 / (1 + Math.exp(7 - hour)) + 0.4 * Math.sin(hour * 2.1)
const slope = (hour: number) => measured(hour + 0.5) - measured(hour - 0.5)

/** A picture of so many pixels, each of its colour. */
const png = ({ width, height }: typeof size, colourAt: (x: number, y: number) => Colour) => {
  const rows = Array.from({ length: height }, (_, y) => [
    // Each row as it is, not as its difference to another.
    0,
    ...Array.from({ length: width }, (_column, x) => colourAt(x, y)).flat(),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits for each of three colours.
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', header),
    part('IDAT', deflateSync(Buffer.from(rows.flat()))),
    part('IEND', Buffer.alloc(0)),
  ])
}

const part = (name: string, bytes: Buffer) => {
  const said = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(bytes.length, 0)
  ends.writeUInt32BE(crc32(said), 4)
  return Buffer.concat([ends.subarray(0, 4), said, ends.subarray(4)])
}
