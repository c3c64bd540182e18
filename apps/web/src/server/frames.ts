import {
  ControlFrame,
  type DeskEvent,
  type DurableEvent,
  type EphemeralEvent,
  events,
  isEventType,
} from '@livedesk/events'
import { z } from 'zod'

/** What came over the socket, as far as this build understands it. */
export type Frame =
  | { readonly kind: 'control'; readonly frame: ControlFrame }
  | { readonly kind: 'event'; readonly seq: number; readonly event: DurableEvent }
  | { readonly kind: 'passing'; readonly event: EphemeralEvent }
  /** An event that a newer desk speaks of: it is passed over. */
  | { readonly kind: 'unknown'; readonly seq: number | undefined }
  /** Not what the contract says. With a `seq`, an event was lost by it. */
  | { readonly kind: 'malformed'; readonly seq: number | undefined; readonly problem: string }

export const readFrame = (data: unknown): Frame => {
  const envelope = Envelope.safeParse(parseJson(data))
  if (!envelope.success) return { kind: 'malformed', seq: undefined, problem: 'A frame is a JSON object with a type.' }
  const { type, seq } = envelope.data
  if (isControl(type)) return readControl(envelope.data)
  if (!isEventType(type)) return { kind: 'unknown', seq }

  const { success, data: event, error } = events[type].schema.safeParse(envelope.data)
  if (!success) return { kind: 'malformed', seq, problem: `${type}: ${z.prettifyError(error)}` }
  if (!isDurable(event)) return { kind: 'passing', event }
  if (seq === undefined) return { kind: 'malformed', seq, problem: `${type} came without its seq.` }
  return { kind: 'event', seq, event }
}

const Envelope = z.looseObject({ type: z.string(), seq: z.int().positive().optional() })

const readControl = (said: object): Frame => {
  const { success, data, error } = ControlFrame.safeParse(said)
  return success
    ? { kind: 'control', frame: data }
    : { kind: 'malformed', seq: undefined, problem: z.prettifyError(error) }
}

const isControl = (type: string) => type === 'welcome' || type === 'resync' || type === 'pong'

const isDurable = (event: DeskEvent): event is DurableEvent => events[event.type].durability === 'durable'

const parseJson = (data: unknown): unknown => {
  if (typeof data !== 'string') return undefined
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
