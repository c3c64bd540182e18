import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Audience, Durability } from '../define.ts'
import * as contract from '../index.ts'

export type Json = z.core.util.JSONType
export type JsonObject = { [key: string]: Json }

/** The names that schemas have in the contract's JSON Schema: what travels is named by what it is and its wire name. */
export const nameOf = {
  event: (type: string) => `event.${type}`,
  control: (type: string) => `control.${type}`,
  command: (type: string) => `command.${type}`,
}

/** Every schema of the contract by its name, referring to each other at `base`. A durable event's schema is of what travels: it has a `seq`. */
export const definitions = (base: string): Record<string, JsonObject> => {
  const names = named()
  const { schemas } = z.toJSONSchema(names, { io: 'input', metadata: names, uri: (name) => base + name })
  const plain = Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [
    name,
    canonical(schema),
  ])
  return z.record(z.string(), JsonObjectSchema).parse(Object.fromEntries(plain))
}

/** The whole contract as one JSON Schema (2020-12), in canonical form: a server's frame, or a client's. */
export const contractSchema = (): JsonObject => {
  const refs = (names: string[]) => names.map((name) => ({ $ref: `#/$defs/${name}` }))
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Livedesk contract',
    'x-close-codes': contract.closeCodes,
    oneOf: refs(['Event', 'ControlFrame', 'Command']),
    $defs: { ...definitions('#/$defs/'), Event: { oneOf: refs(Object.keys(contract.events).map(nameOf.event)) } },
  }
  return JsonObjectSchema.parse(canonical(schema))
}

/** The contract's fingerprint: sha256 of its canonical JSON. Comments and the order of declarations do not move it. */
export const hashOf = (schema: JsonObject) => createHash('sha256').update(JSON.stringify(schema)).digest('hex')

const JsonObjectSchema = z.record(z.string(), z.json())

/** Lists of kinds that a minor version may add to: whoever reads them passes on what they do not know as such (V3). */
const open: ReadonlySet<z.ZodType> = new Set([contract.KnownActivity])

const named = () => {
  const names = z.registry<{ id: string; 'x-audience'?: Audience; 'x-durability'?: Durability; 'x-open'?: true }>()
  for (const [name, value] of Object.entries(contract)) {
    if (value instanceof z.ZodType) names.add(value, { id: name, ...(open.has(value) && { 'x-open': true as const }) })
  }
  for (const { type, audience, durability, schema } of Object.values(contract.events)) {
    const travels = durability === 'durable' ? schema.extend({ seq: contract.Seq }) : schema
    names.add(travels, { id: nameOf.event(type), 'x-audience': audience, 'x-durability': durability })
  }
  for (const frame of contract.ControlFrame.options) names.add(frame, { id: nameOf.control(frame.shape.type.value) })
  for (const frame of contract.Command.options) names.add(frame, { id: nameOf.command(frame.shape.type.value) })
  return names
}

// In these lists the order says nothing.
const unordered = new Set(['required', 'enum', 'oneOf', 'anyOf'])

/** JSON with its keys sorted, and the lists whose order says nothing. */
const canonical = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item))
    return unordered.has(key) ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, canonical(item, name)]),
  )
}
