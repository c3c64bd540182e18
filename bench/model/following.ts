import { type Batch, type Desk, type Entry, hears, memberAfter, put, type Rules } from './desk.ts'

/** What continues the position is delivered; anything else makes the worker read the log. */
export const accept = (desk: Desk, rules: Rules, index: number, batch: Batch): Desk => {
  const position = desk.workers[index]?.position ?? 0
  if (batch.head <= position) return desk
  if (batch.prev > position && rules.accepts === 'what continues') return readToHead(desk, rules, index)
  return deliver(
    desk,
    rules,
    index,
    batch.entries.filter(({ seq }) => seq > position),
  )
}

/** Reads the log from the worker's position to its head, over what was skipped; or finds that it is another history. */
export const readToHead = (desk: Desk, rules: Rules, index: number): Desk => {
  const position = desk.workers[index]?.position ?? 0
  if (rules.numbers === 'by identity')
    return deliver(
      desk,
      rules,
      index,
      desk.log.filter(({ seq }) => seq > position),
    )
  const next = desk.log.find(({ seq }) => seq === position + 1)
  if (next) return readToHead(deliver(desk, rules, index, [next]), rules, index)
  const gap = desk.gaps.find(({ after, first }) => after <= position && position < first)
  if (desk.head < position || (gap && gap.after < position)) return startOver(desk, index)
  if (gap) return readToHead(moveTo(desk, index, gap.first), rules, index)
  return desk
}

const moveTo = (desk: Desk, index: number, position: number): Desk => {
  const worker = desk.workers[index]
  return worker ? { ...desk, workers: put(desk.workers, index, { ...worker, position }) } : desk
}

const deliver = (desk: Desk, rules: Rules, index: number, entries: readonly Entry[]): Desk => {
  const worker = desk.workers[index]
  if (!worker) return desk
  let { member } = worker
  let { clients } = desk
  for (const entry of entries) {
    const { effect } = entry
    const kind = desk.txs[entry.tx]?.kind
    if (effect === 'join' || (effect === 'leave' && rules.leaves === 'before the event')) member = effect === 'join'
    clients = clients.map((client, at) =>
      client.on === index && hears(at, kind, member) ? { ...client, coming: [...client.coming, entry] } : client,
    )
    if (effect === 'leave') member = false
  }
  const position = entries.at(-1)?.seq ?? worker.position
  return { ...desk, clients, workers: put(desk.workers, index, { ...worker, member, position }) }
}

const startOver = (desk: Desk, index: number): Desk => {
  const worker = desk.workers[index]
  if (!worker) return desk
  return {
    ...desk,
    workers: put(desk.workers, index, { ...worker, position: desk.head, member: memberAfter(desk.log) }),
    clients: desk.clients.map((client) =>
      client.on === index ? { ...client, coming: [...client.coming, { loadFrom: desk.head }] } : client,
    ),
  }
}
