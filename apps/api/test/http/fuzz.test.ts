import { ProblemBody } from '@livedesk/resources'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeRoutes } from '../../src/docs/openapi.ts'
import { Shape } from '../../src/docs/shape.ts'
import { declaredRoutes } from './declared.ts'
import { openDesk } from '../desk.ts'

const document = describeRoutes(declaredRoutes())
const shapes = Object.fromEntries(
  Object.entries(document.components?.schemas ?? {}).map(([name, shape]) => [name, Shape.parse(shape)]),
)

const strange = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    '../..',
    "' or 1=1 --",
    '%',
    '\\',
    '🔥',
    'null',
    '__proto__',
    'constructor',
    '9'.repeat(30),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const garbage = fc.oneof(
  strange,
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(2 ** 53, -1, 0, 1e300),
)

/** Values that are right, nearly right, or wrong for a schema. */
const near = (shape: Shape, depth = 0): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 15, arbitrary: right(shape, depth) }, { weight: 1, arbitrary: garbage })

const right = (shape: Shape, depth: number): fc.Arbitrary<unknown> => {
  if (shape.$ref !== undefined) return named(shape.$ref, depth)
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  const variants = shape.anyOf ?? shape.oneOf
  if (variants) return fc.oneof(...variants.map((variant) => near(variant, depth)))
  if (shape.items) return fc.array(near(shape.items, depth), { maxLength: 4 })
  if (shape.properties) {
    const required = fc.subarray(Object.keys(shape.properties), {
      minLength: Math.max(0, Object.keys(shape.properties).length - 2),
    })
    const fields = fc.record(
      Object.fromEntries(Object.entries(shape.properties).map(([name, inner]) => [name, near(inner, depth)])),
    )
    return fc
      .tuple(fields, required)
      .map(([all, kept]) => Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))))
  }
  switch (shape.type) {
    case 'integer':
      return fc.integer({ min: 1, max: 4 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return shape.format === 'email'
        ? fc.constantFrom('rosa@example.com', 'boris@livedesk.test')
        : fc.string({ minLength: 1, maxLength: 30 })
    default:
      return garbage
  }
}

// What holds itself, as a quote in a quote, is made when it comes to it, and not for ever.
const named = (ref: string, depth: number): fc.Arbitrary<unknown> =>
  depth > 4 ? garbage : fc.constant(ref).chain(() => right(shapes[ref.split('/').at(-1) ?? ''] ?? {}, depth + 1))

const word = fc.oneof(fc.integer({ min: 1, max: 4 }).map(String), strange)
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

const Content = z.record(z.string(), z.object({ schema: Shape }))

const Operations = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      requestBody: z.object({ content: Content }).optional(),
    }),
  ),
)

// A file's bytes may be anything: they are sent as JSON here, too.
const bodyOf = (content: z.output<typeof Content> | undefined) => {
  const json = content?.['application/json']
  return json ? near(json.schema) : content ? garbage : fc.constant(undefined)
}

const operations = Object.entries(Operations.parse(document.paths)).flatMap(([path, here]) =>
  Object.entries(here).map(([method, { requestBody }]) => ({
    method,
    path,
    body: bodyOf(requestBody?.content),
  })),
)

const queries = fc.dictionary(
  fc.constantFrom(
    'view',
    'name',
    'status',
    'priority',
    'assigned_to',
    'tag',
    'q',
    'sort',
    'limit',
    'cursor',
    'after',
    'odd',
  ),
  fc.oneof(word, fc.constantFrom('open', 'new', 'new,waiting', 'me', 'none', '-priority', '10')),
  { maxKeys: 3 },
)

const requests = fc.constantFrom(...operations).chain(({ method, path, body }) =>
  fc.record({
    method: fc.oneof(
      { weight: 20, arbitrary: fc.constant(method.toUpperCase()) },
      { weight: 1, arbitrary: fc.constantFrom('PUT', 'GET', 'POST', 'DELETE') },
    ),
    path: fc
      .array(word, { minLength: 3, maxLength: 3 })
      .map((words) => path.replaceAll(/\{\w+\}/gu, () => encoded(words.pop() ?? '1') || '1')),
    query: queries.map((query) => new URLSearchParams(query).toString()),
    body,
    key: fc.option(fc.constantFrom('k1', 'k2', 'bad key'), { nil: undefined, freq: 10 }),
  }),
)

test('whatever is asked, the desk answers with sense: never a failure of its own, and problems in words', async () => {
  await using desk = await openDesk({ workers: 1 })
  const anna = await desk.admin('Anna')
  await desk.ticket()
  await desk.ticket({ assigned_to: anna.id })

  let succeeded = 0

  await fc.assert(
    fc.asyncProperty(requests, async ({ method, path, query, body, key }) => {
      // Signing oneself out, or taking one's own rights, would make the rest of the walk short.
      fc.pre(path !== '/session' && !(method === 'PATCH' && path === `/users/${anna.id}`))
      const sent = method === 'GET' ? undefined : body
      const answer = await anna.send(
        method,
        `${path}?${query}`,
        sent,
        key === undefined ? {} : { headers: { 'Idempotency-Key': key } },
      )

      expect(answer.status).toBeLessThan(500)
      if (answer.status < 300) succeeded += 1
      if (answer.status >= 400) {
        expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
        expect(ProblemBody.parse(answer.body)).toMatchObject({
          status: answer.status,
          detail: expect.stringMatching(/\.$/u),
        })
      }
    }),
    { numRuns: 1500 },
  )

  expect(succeeded).toBeGreaterThan(300)
}, 120_000)
