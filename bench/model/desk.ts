/** What a transaction says: to everyone, or to the members of the one chat, whom `join` and `leave` change by client 0. */
export type Kind = 'announce' | 'post' | 'join' | 'leave'

/** A small desk to explore: how many there are of each, and how often things may go wrong. */
export type Scenario = {
  readonly name: string
  readonly workers: number
  readonly clients: number
  /** What each transaction says. They run concurrently, in any order. */
  readonly transactions: readonly Kind[]
  readonly rollbacks: number
  readonly kills: number
  readonly cuts: number
  /** Whether a nudge is ever heard. It may be lost, or late; without any, workers learn of each other's numbers by sweeping. */
  readonly nudges: boolean
  /** Crashes of the database that lose what has been numbered and not reached the disk. */
  readonly crashes: number
  /** Nudges that are heard twice. */
  readonly doubles: number
}

/** The rules of the protocol, each with the wrong ones that one could think of. */
export type Rules = {
  readonly numbers: 'after commit' | 'by identity'
  readonly numbering: 'locked' | 'unlocked'
  readonly accepts: 'what continues' | 'anything newer'
  readonly resumes: 'from the cursor' | 'from the head'
  readonly lostNumbers: 'skipped' | 'given again'
  readonly sweeps: boolean
  readonly leaves: 'after the event' | 'before the event'
  readonly memberships: 'as they were' | 'as they are'
  /** Of joinings and removals: those that change a membership, or also a second removal of the same person. */
  readonly effectsKept: 'changes' | 'all'
}

export const rightRules: Rules = {
  numbers: 'after commit',
  numbering: 'locked',
  accepts: 'what continues',
  resumes: 'from the cursor',
  lostNumbers: 'skipped',
  sweeps: true,
  leaves: 'after the event',
  memberships: 'as they were',
  effectsKept: 'changes',
}

/** `effect`: what it does to the membership of client 0. */
export type Entry = { readonly seq: number; readonly tx: number; readonly effect: 'join' | 'leave' | undefined }
export type Batch = { readonly prev: number; readonly head: number; readonly entries: readonly Entry[] }
export type Tx = {
  readonly kind: Kind
  /** `flushing`: its commit is on its way to the disk, and nobody sees it yet. */
  readonly state: 'idle' | 'written' | 'flushing' | 'committed' | 'rolled back'
  /** Where its row stands in the inbox: taken when the row is written, before the commit. */
  readonly id: number
}
export type Worker = {
  readonly up: boolean
  readonly position: number
  /** Whether client 0 is in the chat, at this worker's position. */
  readonly member: boolean
  /** What it has numbered and not told anyone yet. */
  readonly numbered: Batch | undefined
  /** Where it saw the head, on its way to number without a lock. */
  readonly sawHead: number | undefined
}
export type Frame = Entry | { readonly loadFrom: number }
export type Client = {
  /** The worker that its socket is on; undefined while it has none. */
  readonly on: number | undefined
  readonly cursor: number
  /** What it has heard since it last loaded, in the order it heard it. */
  readonly heard: readonly Entry[]
  /** The transactions in what it last loaded, and the cursor of that. */
  readonly loaded: readonly number[]
  readonly loadedAt: number
  /** On the line to it. */
  readonly coming: readonly Frame[]
}
export type Nudge = { readonly to: number; readonly batch: Batch }

export type Desk = {
  readonly nudged: boolean
  readonly txs: readonly Tx[]
  readonly nextId: number
  readonly log: readonly Entry[]
  readonly head: number
  /** How much of the log a crash leaves. */
  readonly durable: number
  readonly gaps: readonly { readonly after: number; readonly first: number }[]
  readonly workers: readonly Worker[]
  readonly clients: readonly Client[]
  readonly nudges: readonly Nudge[]
  readonly left: {
    readonly rollbacks: number
    readonly kills: number
    readonly cuts: number
    readonly crashes: number
    readonly doubles: number
  }
}

export const openDesk = ({
  workers,
  clients,
  transactions,
  rollbacks,
  kills,
  cuts,
  crashes,
  doubles,
  nudges,
}: Scenario): Desk => ({
  nudged: nudges,
  txs: transactions.map((kind) => ({ kind, state: 'idle', id: 0 })),
  nextId: 1,
  log: [],
  head: 0,
  durable: 0,
  gaps: [],
  workers: Array.from({ length: workers }, () => ({
    up: true,
    position: 0,
    member: false,
    numbered: undefined,
    sawHead: undefined,
  })),
  clients: Array.from({ length: clients }, (_, index) => ({
    on: index % workers,
    cursor: 0,
    heard: [],
    loaded: [],
    loadedAt: 0,
    coming: [],
  })),
  nudges: [],
  left: { rollbacks, kills, cuts, crashes, doubles },
})

/** An array with one element replaced. */
export const put = <T>(array: readonly T[], index: number, value: T) =>
  array.map((one, at) => (at === index ? value : one))

/** Whether client 0 is in the chat after these entries. */
export const memberAfter = (entries: readonly Entry[]) =>
  entries.reduce((member, { effect }) => (effect === undefined ? member : effect === 'join'), false)

/** Whether a client hears an entry, by whether client 0 is a member before it. The others are never in the chat. */
export const hears = (client: number, kind: Kind | undefined, member: boolean) =>
  kind === 'announce' || (client === 0 && (kind === 'join' || member))
