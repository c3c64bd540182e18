/** Reads what a client says to Postgres, and calls back with the text of each statement that it has executed. */
export const statementsIn = (executed: (text: string) => void) => {
  const prepared = new Map<string, string>()
  let buffer = Buffer.alloc(0)
  let started = false

  const read = (type: string, body: Buffer) => {
    const [first = '', second = ''] = body.toString('latin1').split('\0', 2)
    if (type === 'Q') executed(first)
    // Parse: the name and the text. Bind: the portal and the name; each is executed once.
    if (type === 'P') prepared.set(first, second)
    if (type === 'B') executed(prepared.get(second) ?? '')
  }

  return (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      // The first message has no letter, only a length.
      const start = started ? 1 : 0
      if (buffer.length < start + 4) return
      const end = start + buffer.readUInt32BE(start)
      if (buffer.length < end) return
      if (started) read(String.fromCharCode(buffer[0] ?? 0), buffer.subarray(start + 4, end))
      started = true
      buffer = buffer.subarray(end)
    }
  }
}
