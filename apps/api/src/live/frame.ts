import { contractVersion, type Welcome } from '@livedesk/events'

/** A WebSocket text frame from server to client (RFC 6455, section 5.2): unmasked, unfragmented, not compressed. */
export const textFrame = (text: string): Buffer => {
  const length = Buffer.byteLength(text)
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = 0x81
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 6)
  }
  frame.write(text, header)
  return frame
}

/** The frame of a logged event: its JSON with its `seq` put in front, not parsed. */
export const eventFrame = (seq: number, event: string) => textFrame(`{"seq":${seq},${event.slice(1)}`)

/** A ping with nothing in it, as every socket gets it at every heartbeat. */
export const pingFrame = Buffer.from([0x89, 0])

/** The first frame of a socket: whose it is, and where in the order it begins. */
export const welcomeFrame = (welcome: Omit<Welcome, 'type' | 'contract'>) =>
  textFrame(JSON.stringify({ type: 'welcome', ...welcome, contract: contractVersion } satisfies Welcome))
