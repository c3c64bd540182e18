import { z } from 'zod'
import { Problem } from '../problem.ts'

/** Reads what a caller sent by a schema, or says what is wrong with each field. */
export const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  if (isTooDeep(value)) throw new Problem('bad_request', `Nest what you send at most ${deepest} levels deep.`)
  const { success, data, error } = schema.safeParse(value)
  if (!success) throw invalid(Object.fromEntries(error.issues.flatMap(fieldErrors).toReversed()))
  const path = unstorable(data, [])
  if (path)
    throw invalid({
      [path.join('.')]: 'This text has a character that cannot be kept (NUL, or half of a surrogate pair).',
    })
  return data
}

const invalid = (errors: Record<string, string>) => {
  const fields = Object.keys(errors).map((field) => field || 'the body')
  return new Problem('bad_request', `Please correct ${fields.join(', ')}.`, { errors })
}

const fieldErrors = (issue: z.core.$ZodIssue): [string, string][] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [[...issue.path, key].join('.'), 'There is no such field here.'])
    : [[issue.path.join('.'), issue.message]]

// Documents hold documents: what is nested without end would be read without end.
const deepest = 100

const isTooDeep = (value: unknown) => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap((item): unknown[] => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}

/** Where a parsed value holds text that PostgreSQL, or JSON for others, cannot carry. */
const unstorable = (value: unknown, path: string[]): string[] | undefined => {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(inner, [...path, key])
    if (found) return found
  }
  return undefined
}

/** An id in an address: digits only. */
export const idFrom = <S extends z.ZodType<number, number>>(id: S) =>
  z
    .string()
    .regex(/^[1-9]\d{0,15}$/u, 'An id is a positive whole number.')
    .transform(Number)
    .pipe(id)
    .meta(writtenAs({ type: 'integer', minimum: 1 }))

/** A list in a query: separated by commas, said several times, or both. */
export const listOf = <S extends z.ZodType<unknown, string>>(item: S) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((said) => [said].flat().flatMap((part) => part.split(',')))
    .pipe(z.array(item).min(1).max(100))
    .meta(writtenAs({ type: 'array', items: { type: 'string', ...valuesOf(item) } }))

/** How many to answer at most. */
export const limitUpTo = (max: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/u, `A limit is a number from 1 to ${max}.`)
    .transform(Number)
    .pipe(z.int().min(1).max(max))
    .default(usual)
    .meta(writtenAs({ type: 'integer', minimum: 1, maximum: max, default: usual }))

const valuesOf = (item: z.ZodType) => (item instanceof z.ZodEnum ? { enum: item.options } : {})

/** How the OpenAPI document writes what an address can only say as text. */
const writtenAs = (shape: object) => ({
  override: ({ jsonSchema }: { jsonSchema: { pattern?: string; anyOf?: unknown } }) => {
    delete jsonSchema.pattern
    delete jsonSchema.anyOf
    Object.assign(jsonSchema, shape)
  },
})
