import fc from 'fast-check'
import { z } from 'zod'
import { LinkAddress, RichBlock, type RichText, Tag } from '../src/index.ts'

/** Values that a schema of the contract accepts, made by walking it: a new event is tested the moment it is declared. */
export const arbitraryOf = (schema: unknown): fc.Arbitrary<unknown> => {
  if (schema === Tag) return fc.stringMatching(/^[a-zа-яё0-9#_-]{1,40}$/u).filter((tag) => Tag.safeParse(tag).success)
  if (schema === LinkAddress) return fc.webUrl({ size: 'small' }).filter((url) => LinkAddress.safeParse(url).success)
  if (schema === RichBlock) return blocks
  if (schema instanceof z.ZodObject) return objectOf(schema.shape)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional)
    return fc.option(arbitraryOf(schema.unwrap()), { nil: undefined })
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.unwrap())
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap()))
  // What is read as something else, only a later desk says.
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.filter((option) => !(option instanceof z.ZodPipe)).map(arbitraryOf))
  if (schema instanceof z.ZodArray)
    return fc.array(arbitraryOf(schema.element), { minLength: schema.safeParse([]).success ? 0 : 1, maxLength: 20 })
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodNull) return fc.constant(null)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return integerOf(schema)
  if (schema instanceof z.ZodISODateTime)
    return fc.date({ noInvalidDate: true, min: firstMoment, max: lastMoment }).map((date) => date.toISOString())
  if (schema instanceof z.ZodEmail) return fc.emailAddress().filter((address) => schema.safeParse(address).success)
  if (schema instanceof z.ZodString) return textOf(schema)
  throw new Error(`No arbitrary is written for ${schema instanceof z.ZodType ? schema.type : typeof schema}.`)
}

/** Blocks hold blocks: three levels of them are many. */
const { block: blocks } = fc.letrec<{ block: Block; line: Block }>((tie) => {
  const inner = fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'blocks' })
  const listItems = fc.array(
    inner.map((content) => ({ type: 'listItem' as const, content })),
    { minLength: 1, maxLength: 2 },
  )
  return {
    line: fc
      .string({ minLength: 1, maxLength: 9 })
      .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'blocks' },
      tie('line'),
      inner.map((content): Block => ({ type: 'blockquote', content })),
      listItems.map((content): Block => ({ type: 'bulletList', content })),
      listItems.map((content): Block => ({ type: 'orderedList', attrs: { start: 2 }, content })),
    ),
  }
})

type Block = RichText['content'][number]

const firstMoment = new Date('0000-01-01T00:00:00.000Z')
const lastMoment = new Date('9999-12-31T23:59:59.999Z')

const objectOf = (shape: Readonly<Record<string, unknown>>) =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, arbitraryOf(field)])))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)))

// `minValue` may be excluded.
const integerOf = (schema: z.ZodNumber) =>
  fc
    .integer({ min: schema.minValue ?? Number.MIN_SAFE_INTEGER, max: schema.maxValue ?? Number.MAX_SAFE_INTEGER })
    .filter((number) => schema.safeParse(number).success)

const textOf = ({ minLength, maxLength }: z.ZodString) =>
  fc.string({
    unit: 'binary',
    minLength: minLength ?? 0,
    ...(maxLength !== null && { maxLength: Math.floor(maxLength / 2) }),
  })
