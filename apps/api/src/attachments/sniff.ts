import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'

/** What a file is, by its own bytes. */
export type Nature = { readonly type: string; readonly width?: number; readonly height?: number }

/** So much of the beginning of a file tells what it is. */
export const tellingBytes = 256 * 1024

/** Pictures that every browser draws and that can do nothing else. What may hold a script (SVG) is not among them. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

export const isPicture = (type: string) => pictures.has(type)

/** A picture larger than this is kept as a file: drawing it would take a tab's memory. */
const mostPixels = 50_000_000

/** Tells what a file is from its beginning; what says nothing of itself is text if it reads as text. */
export const sniff = async (beginning: Buffer): Promise<Nature> => {
  const found = await fileTypeFromBuffer(beginning)
  if (!found) return { type: isText(beginning) ? 'text/plain' : 'application/octet-stream' }
  if (!isPicture(found.mime)) return { type: found.mime }
  const size = sizeOf(beginning)
  return size ? { type: found.mime, ...size } : { type: 'application/octet-stream' }
}

const sizeOf = (beginning: Buffer) => {
  try {
    const { width, height, orientation = 1 } = imageSize(beginning)
    if (width < 1 || height < 1 || width * height > mostPixels) return undefined
    // EXIF 5 to 8: the picture lies on its side.
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}

const isText = (beginning: Buffer) => {
  if (beginning.includes(0)) return false
  // The last character may be cut off.
  const whole = beginning.length < tellingBytes ? beginning : beginning.subarray(0, -4)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole, { stream: true })
    return true
  } catch {
    return false
  }
}
