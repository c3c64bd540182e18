import { z } from 'zod'
import { problems } from '../problem.ts'
import { markup, type Html, prose } from './html.ts'
import { Shape, typeOf } from './shape.ts'

const Content = z.record(z.string(), z.object({ schema: Shape.optional() }))

type Content = z.output<typeof Content>

const Operation = z.object({
  summary: z.string(),
  tags: z.array(z.string()),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: Shape,
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  'x-says': z.array(z.string()).default([]),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content.optional() })),
})
type Operation = z.output<typeof Operation>

const OpenApi = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Shape) }),
})

const Message = z.object({
  name: z.string(),
  description: z.string(),
  tags: z.array(z.object({ name: z.string() })),
  payload: z.object({ $ref: z.string() }),
})
type Message = z.output<typeof Message>

const AsyncApi = z.object({
  info: z.object({ description: z.string() }),
  channels: z.object({
    desk: z.object({
      description: z.string(),
      'x-close-codes': z.record(z.string(), z.object({ name: z.string(), description: z.string() })),
    }),
  }),
  components: z.object({ messages: z.record(z.string(), Message), schemas: z.record(z.string(), Shape) }),
})

/** Both documents as one page that a person can read: no script, no file from elsewhere. */
export const docsPage = (openapiDocument: unknown, asyncapiDocument: unknown): string => {
  const openapi = OpenApi.parse(openapiDocument)
  const asyncapi = AsyncApi.parse(asyncapiDocument)
  const schemas = { ...asyncapi.components.schemas, ...openapi.components.schemas }
  const messages = Object.values(asyncapi.components.messages)
  const payloads = new Set(messages.map(({ payload }) => payload.$ref.split('/').at(-1)))
  const operations = Object.entries(openapi.paths).flatMap(([path, here]) =>
    Object.entries(here).map(([method, operation]) => ({ path, method, operation })),
  )
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Livedesk: the API</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <nav aria-label="On this page">
          <strong>Livedesk ${openapi.info.version}</strong>
          <a href="#http">Over HTTP</a>
          ${operations.map(({ method, path }) => markup`<a class="inner" href="#${anchor(method, path)}">${method.toUpperCase()} ${path}</a>`)}
          <a href="#socket">Over the socket</a>
          ${messages.map(({ name, tags }) => markup`<a class="inner" href="#${messageAnchor(name, tags)}">${name}</a>`)}
          <a href="#things">Things</a>
          <a href="#problems">Problems</a>
        </nav>
        <main>
          <h1>The API of Livedesk</h1>
          <p>${prose(openapi.info.description)}</p>
          <p>
            For programs: <a href="/api/openapi.json">openapi.json</a>, <a href="/api/asyncapi.json">asyncapi.json</a>.
          </p>
          <h2 id="http">Over HTTP</h2>
          <p>Below <code>/api</code>. Sign in for a cookie, or send <code>Authorization: Bearer</code> and a token.</p>
          ${operations.map(({ method, path, operation }) => operationSection(method, path, operation, schemas))}
          <h2 id="socket">Over the socket</h2>
          <p>${prose(asyncapi.info.description)}</p>
          ${messages.map((message) => messageSection(message, schemas))}
          <h3 id="close-codes">Why a socket is closed</h3>
          <dl>
            ${Object.entries(asyncapi.channels.desk['x-close-codes']).map(
              ([code, { name, description }]) =>
                markup`<dt><code>${code}</code> ${name}</dt>
                  <dd>${prose(description)}</dd>`,
            )}
          </dl>
          <h2 id="things">Things</h2>
          ${Object.entries(schemas)
            .filter(([name]) => !payloads.has(name))
            .toSorted(([one], [other]) => one.localeCompare(other))
            .map(([name, shape]) => thingSection(name, shape))}
          <h2 id="problems">Problems</h2>
          <p>
            Whatever goes wrong is answered as <code>application/problem+json</code>; its <code>type</code> leads here.
          </p>
          <dl>
            ${Object.entries(problems).map(
              ([code, { status, title }]) =>
                markup`<dt id="${code}"><code>${code}</code> ${status}</dt>
                  <dd>${title}.</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html>`
  return page.toString()
}

const operationSection = (
  method: string,
  path: string,
  { summary, parameters, requestBody, responses, 'x-says': says }: Operation,
  schemas: Readonly<Record<string, Shape>>,
) => markup`
  <section id="${anchor(method, path)}">
    <h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
    <p>${prose(summary)}.</p>
    ${
      parameters.length > 0
        ? markup`<table>
            ${parameters.map(parameterRow)}
          </table>`
        : ''
    }
    ${shapesIn(requestBody?.content).map((shape) => code('Body', named(shape, schemas)))}
    <dl class="answers">
      ${Object.entries(responses).map(
        ([status, { description, content }]) =>
          markup`<dt><code>${status}</code></dt>
            <dd>${answer(status, description, content)}</dd>`,
      )}
    </dl>
    ${says.length > 0 ? markup`<p>May say ${says.map((type) => markup`<a href="#event-${type}"><code>${type}</code></a> `)}</p>` : ''}
  </section>
`

const parameterRow = ({ name, required, schema, description }: Operation['parameters'][number]) =>
  markup`<tr>
    <th scope="row"><code>${name}${required ? '' : '?'}</code></th>
    <td><code>${typeOf(schema)}</code> ${description === undefined ? '' : prose(description)}</td>
  </tr>`

const answer = (status: string, description: string, content: Content | undefined) => {
  const shapes = status < '400' ? shapesIn(content) : []
  return shapes.length === 0 ? markup`${description}` : markup`<code>${shapes.map((shape) => typeOf(shape))}</code>`
}

const shapesIn = (content: Content = {}) => Object.values(content).flatMap(({ schema }) => (schema ? [schema] : []))

/** What a reference leads to, so that it can be read in place. */
const named = (shape: Shape, schemas: Readonly<Record<string, Shape>>) =>
  schemas[shape.$ref?.split('/').at(-1) ?? ''] ?? shape

const messageSection = ({ name, description, tags, payload }: Message, schemas: Readonly<Record<string, Shape>>) => {
  return markup`
    <section id="${messageAnchor(name, tags)}">
      <h3><span class="method">${tags[0]?.name}</span> <code>${name}</code></h3>
      ${description.split('\n\n').map((paragraph) => markup`<p>${prose(paragraph)}</p>`)}
      ${code('Frame', named(payload, schemas))}
    </section>
  `
}

const thingSection = (name: string, shape: Shape) => markup`
  <section id="${name}">
    <h3><code>${name}</code></h3>
    ${shape.description === undefined ? '' : markup`<p>${prose(shape.description)}</p>`} ${code('', shape)}
  </section>
`

const code = (label: string, shape: Shape): Html =>
  markup`<figure>
    ${label === '' ? '' : markup`<figcaption>${label}</figcaption>`}
    <pre tabindex="0">${typeOf(shape)}</pre>
  </figure>`

const anchor = (method: string, path: string) => `${method}${path.replaceAll(/[/{}]+/gu, '-')}`
const messageAnchor = (name: string, tags: Message['tags']) => `${tags[0]?.name ?? 'frame'}-${name}`
