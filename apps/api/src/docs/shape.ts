import { z } from 'zod'
import { html, type Html } from './html.ts'

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
  if (shape.$ref !== undefined) return link(shape.$ref)
  if (shape.const !== undefined) return html`<b>${JSON.stringify(shape.const)}</b>`
  if (shape.enum)
    return between(
      shape.enum.map((value) => html`<b>${JSON.stringify(value)}</b>`),
      ' | ',
    )
  const variants = shape.anyOf ?? shape.oneOf
  if (variants)
    return between(
      variants.map((variant) => typeOf(variant, indent)),
      ' | ',
    )
  if (shape.allOf)
    return between(
      shape.allOf.map((part) => typeOf(part, indent)),
      ' & ',
    )
  if (shape.items) return html`${typeOf(shape.items, indent)}[]`
  if (shape.properties) return objectOf(shape.properties, shape.required ?? [], indent)
  if (typeof shape.additionalProperties === 'object')
    return html`{ [name]: ${typeOf(shape.additionalProperties, indent)} }`
  return html`${shape.format ?? [shape.type ?? 'anything'].flat().join(' | ')}`
}

const objectOf = (properties: Readonly<Record<string, Shape>>, required: readonly string[], indent: string) => {
  const inner = `${indent}  `
  const fields = Object.entries(properties).map(
    ([name, shape]) => html`${inner}<i>${name}</i>${required.includes(name) ? '' : '?'}: ${typeOf(shape, inner)} `,
  )
  return html`{ ${fields}${indent}}`
}

const link = (ref: string) => {
  const name = ref.split('/').at(-1) ?? ref
  return html`<a href="#${name}">${name}</a>`
}

const between = (parts: readonly Html[], sign: string) =>
  html`${parts.flatMap((part, index) => (index === 0 ? [part] : [sign, part]))}`
