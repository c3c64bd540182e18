import { type Client, type Desk, type Entry, hears, type Rules } from './desk.ts'
import { seen, steps } from './protocol.ts'

/** What is wrong with a state: at once, or once everything that was broken has come back. */
export const wrong = (desk: Desk, rules: Rules): string | undefined => {
  for (const [index, client] of desk.clients.entries()) {
    const why = wrongNow(desk, index, client)
    if (why !== undefined) return `client ${index} ${why}`
  }
  const { desk: healed, trace } = heal(desk, rules)
  const why = wrongInTheEnd(healed)
  return why && ['everything comes back:', ...trace.map((step) => `  ${step}`), why].join('\n')
}

const wrongInTheEnd = (desk: Desk): string | undefined => {
  const unnumbered = [...desk.txs.keys()].filter(
    (tx) => desk.txs[tx]?.state === 'committed' && !desk.log.some((entry) => entry.tx === tx),
  )
  if (unnumbered.length > 0) return `transaction ${unnumbered.join(' and ')} committed, and is never numbered`
  for (const [index, { loaded, heard }] of desk.clients.entries()) {
    const missing = heardOf(desk, index).filter(
      ({ tx, seq }) => !loaded.includes(tx) && !heard.some((one) => one.seq === seq && one.tx === tx),
    )
    if (missing.length > 0)
      return `client ${index} never hears what transaction ${missing.map(({ tx }) => tx).join(' and ')} said`
  }
  return undefined
}

const wrongNow = (desk: Desk, index: number, { heard, cursor, loadedAt }: Client): string | undefined => {
  const allowed = heardOf(desk, index)
  for (const [at, { seq, tx }] of heard.entries()) {
    const before = heard[at - 1]
    if (before && seq <= before.seq) return `heard number ${seq} after number ${before.seq}`
    if (heard.findIndex((one) => one.tx === tx) !== at) return `heard transaction ${tx} twice`
    if (desk.txs[tx]?.state !== 'committed') return `heard transaction ${tx}, which is ${desk.txs[tx]?.state}`
    const logged = desk.log.filter((entry) => entry.seq === seq)
    if (logged.length > 0 && !logged.some((entry) => entry.tx === tx))
      return `heard transaction ${tx} as number ${seq}, which is another's`
    if (logged.length > 0 && !allowed.some((entry) => entry.seq === seq)) return `heard number ${seq}, which it may not`
  }
  // A cursor among numbers that were lost in a crash says nothing; its client is told so before it hears more.
  if (desk.gaps.some(({ after, first }) => after < cursor && cursor < first)) return undefined
  const missed = allowed.find(
    ({ seq, tx }) => seq > loadedAt && seq <= cursor && !heard.some((one) => one.seq === seq && one.tx === tx),
  )
  return missed && `stands at ${cursor}, and has not heard number ${missed.seq}`
}

/** The entries of the log that a client hears, by the memberships at each. */
const heardOf = ({ log, txs }: Desk, index: number): Entry[] => {
  let member = false
  return log.filter(({ tx }) => {
    const kind = txs[tx]?.kind
    if (kind === 'join') member = true
    const heard = hears(index, kind, member)
    if (kind === 'leave') member = false
    return heard
  })
}

/** Everyone comes back, every nudge is lost, and workers sweep until nothing changes any more: what it came to, and how. */
const heal = (start: Desk, rules: Rules) => {
  const trace: string[] = []
  let desk: Desk = { ...finish(start, rules), left: { rollbacks: 0, kills: 0, cuts: 0, crashes: 0, doubles: 0 } }
  for (;;) {
    desk = { ...desk, nudges: [] }
    const [step] = healingSteps(desk, rules)
    if (!step) return { desk, trace }
    trace.push(step[0])
    desk = step[1]
  }
}

/** Transactions that were begun end: those whose commit is on its way are seen, the others never were. */
const finish = (desk: Desk, rules: Rules): Desk => {
  const flushing = desk.txs.findIndex(({ state }) => state === 'flushing')
  if (flushing !== -1) return finish(seen(desk, rules, flushing), rules)
  return { ...desk, txs: desk.txs.map((tx) => (tx.state === 'written' ? { ...tx, state: 'rolled back' } : tx)) }
}

const healingSteps = function* (desk: Desk, rules: Rules) {
  const heals = (name: string) =>
    name.startsWith('worker') && (rules.sweeps || !/numbers|sees the head/u.test(name))
      ? true
      : /^client \d+ (reads|returns to worker 0)/u.test(name)
  for (const step of steps(desk, rules)) if (heals(step[0])) yield step
}
