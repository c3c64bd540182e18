import type { Violation } from './check.ts'
import type { Evidence, Logged, Said } from './history.ts'

/** Whether the log holds exactly what was committed, in an order that respects what caused what. */
export const checkLog = (evidence: Evidence): Violation[] => [
  ...checkNumbers(evidence),
  ...checkContent(evidence),
  ...checkOutcomes(evidence),
  ...checkCauses(evidence),
  ...checkVersions(evidence),
]

const d1 = (words: string): Violation => ({ rule: 'D1', words })
const d2 = (words: string): Violation => ({ rule: 'D2', words })

const checkNumbers = ({ log, gaps, head, unnumbered }: Evidence): Violation[] => {
  const found: Violation[] = []
  if (unnumbered > 0) found.push(d1(`${unnumbered} committed events have no number at the end.`))
  for (const [index, { seq }] of log.entries()) {
    const before = log[index - 1]?.seq
    if (before === undefined || seq === before + 1) continue
    // A gap that nothing was numbered behind is followed by the next: they are passed in one step.
    let at = before
    for (const { after, first } of gaps) if (after === at) at = first
    if (seq !== at + 1) found.push(d2(`After number ${before} comes ${seq}, and no gap says why.`))
  }
  const last = log.at(-1)?.seq ?? 0
  if (last > head) found.push(d2(`The log holds ${last}, and its head is ${head}.`))
  return found
}

const keyOf = (row: Logged) => row.said ?? `end of session ${row.endsSession}`
const keyOfRecord = (record: Said) =>
  record.kind === 'end_session' ? `end of session ${record.sessionId}` : record.said

const checkContent = ({ log, said }: Evidence): Violation[] => {
  const count = (keys: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
  const [logged, recorded] = [count(log.map(keyOf)), count(said.map(keyOfRecord))]
  const keys = new Set([...logged.keys(), ...recorded.keys()])
  return [...keys]
    .filter((key) => logged.get(key) !== recorded.get(key))
    .map((key) =>
      d1(`"${key}" was committed ${recorded.get(key) ?? 0} times and numbered ${logged.get(key) ?? 0} times.`),
    )
}

const checkOutcomes = ({ answered, said }: Evidence): Violation[] => {
  const committed = new Set(said.map((record) => record.said))
  return answered.flatMap(({ transaction, outcome, says, takenBack }) => {
    const there = says.filter((id) => committed.has(id)).length
    const found: Violation[] = []
    if (outcome === 'committed' && there < says.length)
      found.push(d1(`Transaction ${transaction} committed, and said ${there} of ${says.length}.`))
    if (outcome === 'rolled back' && there > 0)
      found.push(d1(`Transaction ${transaction} was rolled back, and said ${there} events.`))
    if (outcome === 'unknown' && there > 0 && there < says.length)
      found.push(d1(`Transaction ${transaction} said ${there} of ${says.length}.`))
    if (takenBack.some((id) => committed.has(id)))
      found.push(d1(`Transaction ${transaction} said what its savepoint took back.`))
    return found
  })
}

/** An actor asks for its next transaction when the last has been answered: the one is a cause of the other. */
const checkCauses = ({ answered, log }: Evidence): Violation[] => {
  const seqs = new Map(log.flatMap(({ said, seq }) => (said === undefined ? [] : [[said, seq]])))
  const latest = new Map<string, { seq: number; transaction: string }>()
  return answered.flatMap(({ actor, transaction, says }) => {
    const own = says.flatMap((id) => seqs.get(id) ?? [])
    if (own.length === 0) return []
    const found: Violation[] = []
    const before = latest.get(actor)
    if (before && Math.min(...own) < before.seq)
      found.push(d2(`${transaction} came before ${before.transaction}, which caused it.`))
    if (own.some((seq, index) => seq < (own[index - 1] ?? 0)))
      found.push(d2(`${transaction} is not in the order in which it was said.`))
    latest.set(actor, { seq: Math.max(...own), transaction })
    return found
  })
}

/** A ticket's versions are taken under its row's lock: a later version was caused by the earlier one. */
const checkVersions = ({ log, said }: Evidence): Violation[] => {
  const records = new Map(said.map((record) => [record.said, record]))
  const versions = new Map<number, number>()
  return log.flatMap(({ seq, said: id }) => {
    const record = id === undefined ? undefined : records.get(id)
    if (!record || record.ticket === null || record.version === null) return []
    const before = versions.get(record.ticket) ?? 0
    versions.set(record.ticket, record.version)
    return record.version < before
      ? [d2(`Number ${seq} is version ${record.version} of ticket ${record.ticket}, after version ${before}.`)]
      : []
  })
}
