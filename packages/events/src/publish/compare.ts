import { isDeepStrictEqual } from 'node:util'
import { type Json, type JsonObject, nameOf } from './json-schema.ts'

/** What lies between two contracts, in sentences. A client of the older one can live with what was added, not with what broke. */
export type Difference = { readonly added: readonly string[]; readonly broken: readonly string[] }

/**
 * Compares two contracts by what travels, whatever their parts are called. A new frame, a new close code and a new field that
 * may be absent are additions. A new field that must be there breaks: the log still holds events without it, and workers that
 * have not yet restarted still say them. So does a new value of a closed list: who knew them all does not know it. A new kind in a
 * list that was open already is an addition.
 */
export const compareContracts = (before: JsonObject, after: JsonObject): Difference => {
  const added = new Set<string>()
  const broken = new Set<string>()

  const compare = (path: string, old: Json | undefined, now: Json | undefined) => {
    if (isDeepStrictEqual(old, now)) return
    if (Array.isArray(old) && Array.isArray(now) && old.length === now.length) {
      for (const [index, item] of old.entries()) compare(path, item, now[index])
    } else if (isObject(old) && isObject(now)) compareSchemas(path, old, now)
    else broken.add(`${path} is not what it was.`)
  }

  const compareSchemas = (path: string, old: JsonObject, now: JsonObject) => {
    if (isOpen(old) && isOpen(now)) return compareNamed(`${path} `, kindsOf(old), kindsOf(now), () => false)
    const { properties: oldFields, required: oldRequired, ...oldRest } = old
    const { properties: newFields, required: newRequired, ...newRest } = now
    for (const keyword of Object.keys({ ...oldRest, ...newRest })) compare(path, oldRest[keyword], newRest[keyword])
    const isRequired = (field: string) => includes(newRequired, field)
    compareNamed(`${path}.`, entriesOf(oldFields), entriesOf(newFields), isRequired)
    for (const field of Object.keys(entriesOf(oldFields))) {
      if (!Object.hasOwn(entriesOf(newFields), field) || includes(oldRequired, field) === isRequired(field)) continue
      broken.add(`${path}.${field} ${isRequired(field) ? 'must be there now' : 'may be absent now'}.`)
    }
  }

  const compareNamed = (prefix: string, old: JsonObject, now: JsonObject, isRequired: (name: string) => boolean) => {
    for (const [name, value] of Object.entries(old)) {
      if (Object.hasOwn(now, name)) compare(prefix + name, value, now[name])
      else broken.add(`${prefix}${name} is gone.`)
    }
    for (const name of Object.keys(now)) {
      if (Object.hasOwn(old, name)) continue
      if (isRequired(name)) broken.add(`${prefix}${name} is new and must be there.`)
      else added.add(`${prefix}${name} is new.`)
    }
  }

  compareNamed('', frames(before), frames(after), () => false)
  compareNamed('close code ', entriesOf(before['x-close-codes']), entriesOf(after['x-close-codes']), () => false)
  return { added: [...added], broken: [...broken] }
}

/** What travels, each frame with the definitions it refers to written out, as far as they do not hold themselves. */
const frames = (contract: JsonObject): JsonObject => {
  const definitions = entriesOf(contract.$defs)
  const writtenOut = (schema: Json, within: readonly string[] = []): Json => {
    if (Array.isArray(schema)) return schema.map((item) => writtenOut(item, within))
    if (!isObject(schema)) return schema
    const { $ref } = schema
    if (typeof $ref === 'string') {
      const outer = within.indexOf($ref)
      if (outer !== -1) return { 'is the one around it, so far out': within.length - outer }
      return writtenOut(definitions[$ref.replace('#/$defs/', '')] ?? null, [...within, $ref])
    }
    return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, writtenOut(value, within)]))
  }
  const kinds = Object.values(nameOf).map((name) => name(''))
  const named = Object.entries(definitions).filter(([name]) => kinds.some((kind) => name.startsWith(kind)))
  return Object.fromEntries(named.map(([name, schema]) => [name, writtenOut(schema)]))
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOpen = (schema: JsonObject) => schema['x-open'] === true

/** The kinds of an open list by their names: what each has as a constant. */
const kindsOf = ({ oneOf }: JsonObject): JsonObject =>
  Object.fromEntries(
    (Array.isArray(oneOf) ? oneOf : []).map((kind) => {
      const constants = Object.entries(isObject(kind) ? entriesOf(kind.properties) : {}).flatMap(([field, schema]) =>
        isObject(schema) && 'const' in schema ? [`${field} ${JSON.stringify(schema.const)}`] : [],
      )
      return [constants.join(), kind]
    }),
  )

const entriesOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

const includes = (list: Json | undefined, item: string) => Array.isArray(list) && list.includes(item)
