import { z } from 'zod'
import { markup, type Html } from './html.ts'

/** As much of JSON Schema as our documents use. */
export type Shape = {
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly const?: unknown
  readonly enum?: readonly unknown[] | undefined
  readonly format?: string | undefined
  readonly items?: Shape | undefined
  readonly properties?: Readonly<Record<string, Shape>> | undefined
  readonly required?: readonly string[] | undefined
  readonly additionalProperties?: Shape | boolean | undefined
  readonly anyOf?: readonly Shape[] | undefined
  readonly oneOf?: readonly Shape[] | undefined
  readonly allOf?: readonly Shape[] | undefined
  readonly description?: string | undefined
}

/** Reads a JSON Schema out of a document. */
export const Shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    format: z.string().optional(),
    items: Shape.optional(),
    properties: z.record(z.string(), Shape).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([Shape, z.boolean()]).optional(),
    anyOf: z.array(Shape).optional(),
    oneOf: z.array(Shape).optional(),
    allOf: z.array(Shape).optional(),
    description: z.string().optional(),
  }),
)

/** A schema as one would write its type, with links to the schemas it names. */
export const typeOf = (shape: Shape, indent = ''): Html => {
  const { $ref, const: constant, enum: values, anyOf, oneOf = anyOf, allOf, items, properties, required } = shape
  if ($ref !== undefined) return link($ref)
  if (constant !== undefined) return literal(constant)
  if (values) return between(values.map(literal), ' | ')
  if (oneOf) return either(oneOf, ' | ', indent)
  if (allOf) return either(allOf, ' & ', indent)
  if (items)
    return (items.enum ?? items.anyOf) ? markup`(${typeOf(items, indent)})[]` : markup`${typeOf(items, indent)}[]`
  if (properties) return objectOf(properties, required ?? [], indent)
  if (typeof shape.additionalProperties === 'object')
    return markup`{ [name]: ${typeOf(shape.additionalProperties, indent)} }`
  return markup`${shape.format ?? [shape.type ?? 'anything'].flat().join(' | ')}`
}

const objectOf = (properties: Readonly<Record<string, Shape>>, required: readonly string[], indent: string) => {
  const inner = `${indent}  `
  const fields = Object.entries(properties).map(
    ([name, shape]) => markup`\n${inner}<i>${name}</i>${required.includes(name) ? '' : '?'}: ${typeOf(shape, inner)}`,
  )
  return markup`{${fields}\n${indent}}`
}

const literal = (value: unknown) => markup`<b>${JSON.stringify(value)}</b>`

const either = (shapes: readonly Shape[], sign: string, indent: string) =>
  between(
    shapes.map((shape) => typeOf(shape, indent)),
    sign,
  )

const link = (ref: string) => {
  const name = ref.split('/').at(-1) ?? ref
  return markup`<a href="#${name}">${name}</a>`
}

const between = (parts: readonly Html[], sign: string) =>
  markup`${parts.flatMap((part, index) => (index === 0 ? [part] : [sign, part]))}`
