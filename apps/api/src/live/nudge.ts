import { ChatId, type EphemeralEvent, UserId } from '@livedesk/events'
import { z } from 'zod'
import { Here } from './here.ts'
import { type Batch, type LogEntry, toEntry } from './log.ts'

/** An ephemeral event on its way to the other workers. */
export type Passing =
  | { readonly to: 'agents'; readonly event: EphemeralEvent<'agents'> }
  | { readonly to: 'chat'; readonly id: ChatId; readonly event: EphemeralEvent<'chat'> }

/** What workers say to each other. `from` is the worker that says it. */
export type Nudge =
  | { readonly kind: 'numbered'; readonly from: string; readonly head: number; readonly batch: Batch | undefined }
  | {
      readonly kind: 'passing'
      readonly from: string
      readonly audience: 'agents' | 'chat'
      readonly id: ChatId | null
      readonly event: string
    }
  | {
      readonly kind: 'here'
      readonly from: string
      readonly part: number
      readonly parts: number
      readonly here: readonly Here[]
      /** Those of them who are away there. */
      readonly away: readonly UserId[]
    }
  | { readonly kind: 'probe'; readonly from: string }

const OnWire = z.discriminatedUnion('k', [
  z.object({ k: z.literal('n'), f: z.string(), h: z.int(), p: z.int() }),
  z.object({ k: z.literal('e'), f: z.string(), a: z.enum(['agents', 'chat']), i: ChatId.nullable(), e: z.string() }),
  z.object({
    k: z.literal('h'),
    f: z.string(),
    i: z.int(),
    n: z.int(),
    u: z.array(Here),
    a: z.array(UserId).default([]),
  }),
  z.object({ k: z.literal('p'), f: z.string() }),
])

/**
 * "There is news up to `head`", and on the lines below it the batch itself if it fits: that spares every worker a query.
 * An entry is a line, its fields are parted by tabs. What is JSON has neither, so that nothing is escaped or parsed again.
 */
export const numberedNudge = (from: string, { prev, head, entries }: Batch, maxBytes: number) => {
  const bare = JSON.stringify({ k: 'n', f: from, h: head, p: prev })
  const room = maxBytes - bare.length
  const roughly = entries.reduce((sum, { event }) => sum + (event?.length ?? 0), 0)
  if (roughly > room) return bare
  const lines = entries.map((entry) => `\n${lineOf(entry)}`).join('')
  return Buffer.byteLength(lines) > room ? bare : bare + lines
}

/** An ephemeral event for the other workers. */
export const passingNudge = (from: string, passing: Passing) =>
  JSON.stringify({
    k: 'e',
    f: from,
    a: passing.to,
    i: passing.to === 'chat' ? passing.id : null,
    e: JSON.stringify(passing.event),
  })

/** "Can you hear me?" said to oneself. */
export const probeNudge = (from: string) => JSON.stringify({ k: 'p', f: from })

/** Whether a nudge is this worker's own. Looks, does not parse: each hears all that it says. */
export const isFrom = (worker: string, message: string) => message.startsWith(worker, fromAt)

// Every nudge begins so, with its own letter.
const fromAt = '{"k":"?","f":"'.length

/** Reads a nudge; undefined for what is not one (an older worker's during a deploy, or somebody's own NOTIFY). */
export const readNudge = (message: string): Nudge | undefined => {
  const [head = '', ...lines] = message.split('\n')
  try {
    return toNudge(OnWire.parse(JSON.parse(head)), lines)
  } catch {
    return undefined
  }
}

const toNudge = (nudge: z.output<typeof OnWire>, lines: readonly string[]): Nudge => {
  switch (nudge.k) {
    case 'n':
      return {
        kind: 'numbered',
        from: nudge.f,
        head: nudge.h,
        batch: batchOf(nudge.p, nudge.h, lines),
      }
    case 'e':
      return { kind: 'passing', from: nudge.f, audience: nudge.a, id: nudge.i, event: nudge.e }
    case 'h':
      return { kind: 'here', from: nudge.f, part: nudge.i, parts: nudge.n, here: nudge.u, away: nudge.a }
    case 'p':
      return { kind: 'probe', from: nudge.f }
  }
}

const lineOf = ({ audience, audienceId, effect, event }: LogEntry) =>
  `${audience}\t${audienceId ?? ''}\t${effect ? JSON.stringify(effect) : ''}\t${event ?? ''}`

/** The batch that comes with a nudge; undefined if there is none, or if JSON with tabs or new lines of its own has torn it. */
const batchOf = (prev: number, head: number, lines: readonly string[]): Batch | undefined => {
  const rows = lines.map((line) => line.split('\t'))
  if (rows.length !== head - prev || rows.some(({ length }) => length !== 4)) return undefined
  return { prev, head, entries: rows.map((fields, index) => entryOf(prev + 1 + index, fields)) }
}

const entryOf = (seq: number, [audience = '', audienceId, effect, event]: readonly string[]) =>
  toEntry([String(seq), audience, audienceId || null, event || null, effect ? JSON.parse(effect) : null])
