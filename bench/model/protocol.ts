import { clientSteps } from './clients.ts'
import { type Batch, type Desk, type Entry, memberAfter, put, type Rules, type Worker } from './desk.ts'
import { accept, readToHead } from './following.ts'

/*
 * The protocol that apps/api/src/live follows, as small as it can be and still be wrong: rows that are written, flushed and
 * seen (outbox, sink), numbering (live_number), the batch that is told and heard (herald, ear), the position that a batch
 * continues or that is read on from (follower), sweeps, what goes onto a line and is read from it (hub), and returning with a
 * cursor (admit). A step is what happens at once as far as anyone else can see; between two steps anything else may happen.
 */

export type Step = readonly [name: string, next: Desk]

/** Everything that can happen next. */
export function* steps(desk: Desk, rules: Rules): Generator<Step> {
  yield* transactionSteps(desk, rules)
  for (const index of desk.workers.keys()) yield* workerSteps(desk, rules, index)
  yield* nudgeSteps(desk, rules)
  for (const index of desk.clients.keys()) yield* clientSteps(desk, rules, index)
  if (desk.left.crashes > 0) yield ['the database crashes', crash(desk, rules)]
}

function* transactionSteps(desk: Desk, rules: Rules): Generator<Step> {
  for (const [index, tx] of desk.txs.entries()) {
    const set = (state: typeof tx.state, more: Partial<Desk> = {}): Desk => ({
      ...desk,
      ...more,
      txs: put(desk.txs, index, { ...tx, state }),
    })
    if (tx.state === 'idle') {
      const written = put(desk.txs, index, { ...tx, state: 'written', id: desk.nextId } as const)
      yield [
        `transaction ${index} writes its row, with id ${desk.nextId}`,
        { ...desk, txs: written, nextId: desk.nextId + 1 },
      ]
    }
    if (tx.state === 'written') {
      // Its flush takes what was numbered before it to the disk.
      if (desk.left.crashes > 0)
        yield [
          `transaction ${index} commits: its commit goes to the disk`,
          set('flushing', { durable: desk.log.length }),
        ]
      else yield [`transaction ${index} commits`, seen(desk, rules, index)]
      if (desk.left.rollbacks > 0)
        yield [
          `transaction ${index} is rolled back`,
          set('rolled back', { left: { ...desk.left, rollbacks: desk.left.rollbacks - 1 } }),
        ]
    }
    if (tx.state === 'flushing') yield [`the commit of transaction ${index} is seen`, seen(desk, rules, index)]
  }
}

/** From here on everyone sees that it has committed. */
export const seen = (desk: Desk, rules: Rules, index: number): Desk => {
  const tx = desk.txs[index]
  if (!tx) return desk
  const txs = put(desk.txs, index, { ...tx, state: 'committed' } as const)
  if (rules.numbers === 'after commit') return { ...desk, txs }
  // With the row's identity for a number there is nothing more to do.
  const log = [...desk.log, { seq: tx.id, tx: index, effect: undefined }].toSorted((a, b) => a.seq - b.seq)
  return { ...desk, txs, log, head: Math.max(desk.head, tx.id) }
}

function* workerSteps(desk: Desk, rules: Rules, index: number): Generator<Step> {
  const worker = desk.workers[index]
  if (!worker) return
  if (!worker.up) {
    const started: Worker = {
      up: true,
      position: desk.head,
      member: memberAfter(desk.log),
      numbered: undefined,
      sawHead: undefined,
    }
    yield [`worker ${index} starts`, { ...desk, workers: put(desk.workers, index, started) }]
    return
  }
  if (worker.numbered)
    yield [`worker ${index} tells of ${named(worker.numbered)}`, tell(desk, rules, index, worker.numbered)]
  else if (rules.numbers === 'after commit') yield* numberingSteps(desk, rules, index, worker)
  if (rules.sweeps && worker.position !== desk.head) yield [`worker ${index} sweeps`, readToHead(desk, rules, index)]
  if (desk.left.kills > 0) yield [`worker ${index} is killed`, kill(desk, index)]
}

function* numberingSteps(desk: Desk, rules: Rules, index: number, worker: Worker): Generator<Step> {
  const waiting = unnumbered(desk)
  if (rules.numbering === 'locked') {
    if (waiting.length > 0)
      yield [`worker ${index} numbers ${waiting.join(' and ')}`, number(desk, rules, index, desk.head)]
    return
  }
  if (worker.sawHead === undefined && waiting.length > 0) {
    yield [
      `worker ${index} sees the head at ${desk.head}`,
      { ...desk, workers: put(desk.workers, index, { ...worker, sawHead: desk.head }) },
    ]
  }
  if (worker.sawHead !== undefined && waiting.length > 0) {
    yield [
      `worker ${index} numbers ${waiting.join(' and ')} after ${worker.sawHead}`,
      number(desk, rules, index, worker.sawHead),
    ]
  }
}

/** The committed rows without a number, in the order of their ids. */
const unnumbered = ({ txs, log }: Desk) =>
  [...txs.keys()]
    .filter((tx) => txs[tx]?.state === 'committed' && !log.some((entry) => entry.tx === tx))
    .toSorted((a, b) => (txs[a]?.id ?? 0) - (txs[b]?.id ?? 0))

const number = (desk: Desk, rules: Rules, index: number, prev: number): Desk => {
  const worker = desk.workers[index]
  if (!worker) return desk
  let member = memberAfter(desk.log)
  const entries = unnumbered(desk).map((tx, at): Entry => {
    const kind = desk.txs[tx]?.kind
    const does = kind === 'join' || kind === 'leave' ? kind : undefined
    const effect = rules.effectsKept === 'changes' && member === (does === 'join') ? undefined : does
    if (effect) member = effect === 'join'
    return { seq: prev + 1 + at, tx, effect }
  })
  const batch = { prev, head: prev + entries.length, entries }
  return {
    ...desk,
    log: [...desk.log, ...entries],
    head: Math.max(desk.head, batch.head),
    workers: put(desk.workers, index, { ...worker, numbered: batch, sawHead: undefined }),
  }
}

/** Nudges the others, then delivers: a worker may be killed before it, or the others hear it before its own sockets do. */
const tell = (desk: Desk, rules: Rules, index: number, batch: Batch): Desk => {
  const worker = desk.workers[index]
  if (!worker) return desk
  const others = [...desk.workers.keys()].filter((other) => other !== index && desk.nudged)
  const told = {
    ...desk,
    nudges: [...desk.nudges, ...others.map((to) => ({ to, batch }))],
    workers: put(desk.workers, index, { ...worker, numbered: undefined }),
  }
  return accept(told, rules, index, batch)
}

function* nudgeSteps(desk: Desk, rules: Rules): Generator<Step> {
  for (const [index, { to, batch }] of desk.nudges.entries()) {
    const without = { ...desk, nudges: desk.nudges.toSpliced(index, 1) }
    yield [`the nudge of ${named(batch)} to worker ${to} is lost`, without]
    if (!desk.workers[to]?.up) continue
    yield [`worker ${to} hears the nudge of ${named(batch)}`, accept(without, rules, to, batch)]
    if (desk.left.doubles > 0) {
      const again = { ...desk, left: { ...desk.left, doubles: desk.left.doubles - 1 } }
      yield [`worker ${to} hears the nudge of ${named(batch)}, which comes again`, accept(again, rules, to, batch)]
    }
  }
}

const named = ({ entries }: Batch) => entries.map(({ seq }) => `number ${seq}`).join(' and ')

const kill = (desk: Desk, index: number): Desk => ({
  ...desk,
  workers: put(desk.workers, index, { up: false, position: 0, member: false, numbered: undefined, sawHead: undefined }),
  clients: desk.clients.map((client) => (client.on === index ? { ...client, on: undefined, coming: [] } : client)),
  left: { ...desk.left, kills: desk.left.kills - 1 },
})

/** What was numbered and not on the disk is lost, and its rows are in the inbox again. A commit on its way is lost too. */
const crash = (desk: Desk, rules: Rules): Desk => {
  const log = desk.log.slice(0, desk.durable)
  // What was skipped after an earlier crash stays so: that is written before the next number is given.
  const after = Math.max(log.at(-1)?.seq ?? 0, desk.gaps.at(-1)?.first ?? 0)
  const first = rules.lostNumbers === 'skipped' ? after + 10 : after
  return {
    ...desk,
    log,
    head: first,
    durable: log.length,
    gaps: first === after ? desk.gaps : [...desk.gaps, { after, first }],
    txs: desk.txs.map((tx) =>
      tx.state === 'written' || tx.state === 'flushing' ? { ...tx, state: 'rolled back' } : tx,
    ),
    left: { ...desk.left, crashes: desk.left.crashes - 1 },
  }
}
