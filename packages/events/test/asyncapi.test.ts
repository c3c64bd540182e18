import specs from '@asyncapi/specs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ControlFrame, Command, events } from '../src/index.ts'
import { asyncApi } from '../src/publish/asyncapi.ts'

const document = asyncApi('1.0')

// The specification brings the meta-schema it is written in; a second one would be ambiguous.
const asyncApiSchema = z.record(z.string(), z.json()).parse(specs.schemas['3.1.0'])
const newSpecAjv = () => addFormats.default(new Ajv({ strict: false, meta: false, validateSchema: false }))
const newAjv = () => addFormats.default(new Ajv({ strict: false }))

test('[V5] the published description is a valid AsyncAPI 3.1 document', () => {
  const ajv = newSpecAjv()
  expect(ajv.validate(asyncApiSchema, document), ajv.errorsText()).toBe(true)

  const { version: _version, ...info } = document.info
  expect(ajv.validate(asyncApiSchema, { ...document, info })).toBe(false)
})

const inside = (at: unknown, key: string): unknown =>
  typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === key)?.[1] : undefined

test('[V5] every reference in the published description leads somewhere', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/gu)].map(([, path = '']) => path)
  const target = (path: string) => path.split('/').reduce<unknown>(inside, document)
  expect(refs.filter((path) => target(path) === undefined)).toEqual([])
  expect(refs.length).toBeGreaterThan(100)
})

test.each(Object.entries(document.components.messages))('[V5] the example of %s is one', (key, message) => {
  const ajv = newAjv()
  ajv.addSchema({ $id: 'desk', components: document.components })
  const payload = message.examples[0]?.payload
  expect(ajv.validate({ $ref: `desk${message.payload.$ref}` }, payload), ajv.errorsText()).toBe(true)

  const { schema } = Object.values(events).find(({ type }) => type === key) ?? {
    schema: key.endsWith('_command') ? Command : ControlFrame,
  }
  expect(schema.parse(payload)).toMatchObject({ type: message.name })
})

test('[V5] every frame has a message, and an operation in its own direction', () => {
  const directions = Object.values(document.operations).map(({ action, messages }) => [
    action,
    messages[0]?.$ref.split('/').at(-1),
  ])
  const sent = [...Object.keys(events), ...ControlFrame.options.map(({ shape }) => shape.type.value)]
  expect(new Map(directions.map(([action, key]) => [key, action]))).toEqual(
    new Map([
      ...sent.map((type) => [type, 'send'] as const),
      ...Command.options.map(({ shape }) => [`${shape.type.value}_command`, 'receive'] as const),
    ]),
  )
})
