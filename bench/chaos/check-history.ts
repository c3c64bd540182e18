import type { Violation } from './check.ts'
import type { Hearing } from './hearing.ts'
import type { Evidence, History, Loaded, Logged, Seen } from './history.ts'

/** Follows one tab through all it saw, and holds each step to what it had to see. */
export const checkHistory = (
  evidence: Evidence,
  hearing: Hearing,
  history: History,
  { mustBeComplete }: { readonly mustBeComplete: boolean },
): Violation[] => {
  const walk = new Walk(evidence, hearing, history)
  for (const seen of history.seen) walk.step(seen)
  if (mustBeComplete) walk.end()
  return walk.violations
}

class Walk {
  readonly violations: Violation[] = []
  readonly #evidence: Evidence
  readonly #history: History
  readonly #heard: readonly number[]
  readonly #rows: ReadonlyMap<number, Logged>
  readonly #records: ReadonlyMap<string, Evidence['said'][number]>
  readonly #endOfSession: number
  /** Everything up to here has been served, or was in what was loaded. Undefined before the first welcome. */
  #cursor: number | undefined
  #socket: 'none' | 'welcomed' | 'to be told to load anew' = 'none'

  constructor(evidence: Evidence, hearing: Hearing, history: History) {
    this.#evidence = evidence
    this.#history = history
    this.#heard = hearing.heardBy.get(history.userId) ?? []
    this.#endOfSession = hearing.endOf.get(history.sessionId) ?? Infinity
    this.#rows = rowsOf(evidence)
    this.#records = recordsOf(evidence)
  }

  step(seen: Seen) {
    if (
      this.#socket === 'to be told to load anew' &&
      seen.at !== 'resync' &&
      seen.at !== 'closed' &&
      seen.at !== 'loaded'
    ) {
      this.#wrong('W6', `was not continued from its cursor, and then told "${seen.at}" instead of "resync"`)
    }
    switch (seen.at) {
      case 'welcome':
        return this.#welcome(seen)
      case 'event':
        return this.#event(seen)
      case 'pong':
        return this.#pong(seen)
      case 'resync':
        return this.#resync(seen)
      case 'loaded':
        return this.#loaded(seen)
      case 'closed':
        this.#socket = 'none'
    }
  }

  /** At the end nothing is still to come. */
  end() {
    const missing = this.#between(this.#cursor ?? 0, this.#evidence.head).filter((seq) => seq < this.#endOfSession)
    if (missing.length > 0) this.#wrong('D3', `never heard ${list(missing)}`)
    if (this.#inLostTail(this.#cursor ?? 0))
      this.#wrong('D3', `stands at ${this.#cursor}, which was lost in a crash, and was not told`)
  }

  #welcome({ asked, resumed, cursor, epoch }: Extract<Seen, { at: 'welcome' }>) {
    if (this.#socket !== 'none') this.#wrong('W4', 'was welcomed twice on one socket')
    if (epoch !== this.#evidence.epoch) this.#wrong('D3', `was welcomed into another history, ${epoch}`)
    if (resumed && (!asked || asked.cursor !== cursor || cursor !== this.#cursor)) {
      this.#wrong(
        'W5',
        `asked to resume from ${asked?.cursor}, stands at ${this.#cursor}, and was resumed from ${cursor}`,
      )
    }
    this.#socket = !resumed && asked ? 'to be told to load anew' : 'welcomed'
    this.#cursor = cursor
  }

  #event({ seq, said }: Extract<Seen, { at: 'event' }>) {
    const cursor = this.#cursor
    if (this.#socket === 'none' || cursor === undefined) return this.#wrong('W4', `heard ${seq} before it was welcomed`)
    if (seq <= cursor) return this.#wrong('D3', `heard ${seq} again, or too late: it was at ${cursor}`)
    if (this.#inLostTail(cursor) && !this.#inLostTail(seq))
      this.#wrong('D3', `went on from ${cursor}, which was lost in a crash, to ${seq}`)
    this.#cursor = seq
    if (seq > this.#endOfSession) this.#wrong('D6', `heard ${seq} after its session ended at ${this.#endOfSession}`)

    const row = this.#rows.get(seq)
    if (!row) return this.#lost(seq, said)
    if (row.said !== said) this.#wrong('D2', `heard "${said}" as number ${seq}, which is "${row.said}"`)
    const missed = this.#between(cursor, seq - 1)
    if (missed.length > 0) this.#wrong('D3', `missed ${list(missed)} before ${seq}`)
    if (!this.#hears(seq)) this.#wrong('D6', `heard ${seq} ("${said}"), which it may not`)
  }

  /** A number that is not in the log: given to a committed event, and lost in a crash before the disk had it. */
  #lost(seq: number, said: string | undefined) {
    if (!this.#inLostTail(seq)) return this.#wrong('D1', `heard ${seq} ("${said}"), which is not in the log`)
    if (said === undefined || !this.#records.has(said))
      this.#wrong('D1', `heard ${seq} ("${said}"), which was never committed`)
  }

  #pong({ cursor }: Extract<Seen, { at: 'pong' }>) {
    const before = this.#cursor
    if (this.#socket === 'none' || before === undefined) return this.#wrong('W4', 'heard a pong before it was welcomed')
    if (cursor < before) this.#wrong('W9', `was told that it has been served up to ${cursor}, after ${before}`)
    const missed = this.#between(before, cursor)
    if (missed.length > 0)
      this.#wrong('W9', `was told that it has been served up to ${cursor}, and had not heard ${list(missed)}`)
    this.#cursor = Math.max(before, cursor)
  }

  #resync({ cursor, epoch, reason }: Extract<Seen, { at: 'resync' }>) {
    if (this.#socket === 'none') this.#wrong('W4', 'was told to load anew before it was welcomed')
    const { crashed, pruned } = this.#evidence
    const allowed = (crashed && (reason === 'lost_tail' || reason === 'future')) || (pruned && reason === 'pruned')
    if (!allowed) this.#wrong('W6', `was told to load anew (${reason}), and nothing in this run allows that`)
    if (epoch !== this.#evidence.epoch) this.#wrong('D3', `was told to load anew in another history, ${epoch}`)
    this.#socket = 'welcomed'
    this.#cursor = cursor
  }

  /** What was loaded holds every event up to its cursor; a snapshot holds those, the ones it names, and no others. */
  #loaded({ how, cursor, ahead, versions }: Loaded) {
    const held = how === 'position' ? { upTo: cursor, also: [] } : { upTo: cursor, also: ahead }
    if ([cursor, ...ahead].some((seq) => this.#inLostTail(seq))) return
    for (const [ticket, version] of this.#versionsUpTo(held.upTo, held.also)) {
      const loaded = versions.get(ticket) ?? 0
      const right = how === 'position' ? loaded >= version : loaded === version
      if (!right)
        this.#wrong(
          'S1',
          `loaded version ${loaded} of ticket ${ticket} at ${cursor} (${how}), which holds version ${version}`,
        )
    }
  }

  #versionsUpTo(upTo: number, also: readonly number[]) {
    const versions = new Map<number, number>()
    for (const { seq, said } of this.#evidence.log) {
      if (seq > upTo && !also.includes(seq)) continue
      const record = said === undefined ? undefined : this.#records.get(said)
      if (record && record.ticket !== null && record.version !== null) versions.set(record.ticket, record.version)
    }
    return versions
  }

  #inLostTail(seq: number) {
    return this.#evidence.gaps.some(({ after, first }) => after < seq && seq < first)
  }

  #hears(seq: number) {
    return this.#heard[firstAfter(this.#heard, seq - 1)] === seq
  }

  /** What this person hears after one number and up to another. */
  #between(after: number, upTo: number) {
    return this.#heard.slice(firstAfter(this.#heard, after), firstAfter(this.#heard, upTo))
  }

  #wrong(rule: string, words: string) {
    const { tab, userId, sessionId } = this.#history
    this.violations.push({ rule, tab, words: `${tab} (user ${userId}, session ${sessionId}) ${words}.` })
  }
}

const firstAfter = (rising: readonly number[], value: number) => {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? Infinity) > value) high = middle
    else low = middle + 1
  }
  return low
}

const list = (seqs: readonly number[]) =>
  `${seqs.slice(0, 5).join(', ')}${seqs.length > 5 ? ` and ${seqs.length - 5} more` : ''}`

const memo = <K extends object, V>(make: (key: K) => V) => {
  const made = new WeakMap<K, V>()
  return (key: K) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
const rowsOf = memo(({ log }: Evidence) => new Map(log.map((row) => [row.seq, row])))
const recordsOf = memo(({ said }: Evidence) => new Map(said.map((record) => [record.said, record])))
