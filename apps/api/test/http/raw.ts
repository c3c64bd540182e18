import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** Sends bytes as they are, and reads what comes until the other side hangs up. */
export const sendRaw = async (origin: string, bytes: string | Buffer) => {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.end(bytes)
  const answer = await text(socket)
  return { status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1]), answer }
}
