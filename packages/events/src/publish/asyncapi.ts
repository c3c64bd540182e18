import * as contract from '../index.ts'
import { readDocs } from './docs.ts'
import { openExamples } from './examples.ts'
import { definitions, type JsonObject, nameOf } from './json-schema.ts'

/** The live interface as an AsyncAPI 3.1 document, from the server's side: `send` is what clients hear, `receive` what they may say. */
export const asyncApi = (version: string) => {
  const docs = readDocs()
  const schemas = definitions(schemaAt)
  const exampleOf = openExamples(schemas)
  const doc = (name: string) => docs.get(name) ?? ''
  const frames = framesOf(doc)
  return {
    asyncapi: '3.1.0',
    info: { title: 'Livedesk live events', version, description: about },
    defaultContentType: 'application/json',
    channels: {
      desk: { ...desk(doc), messages: mapOf(frames, ({ key }) => ({ $ref: `#/components/messages/${key}` })) },
    },
    operations: Object.fromEntries(frames.map((frame) => [`${frame.action}_${frame.key}`, operation(frame)])),
    components: {
      messages: mapOf(frames, ({ key, type, description, tags, ...frame }) => ({
        name: type,
        title: type,
        summary: firstSentence(description),
        description,
        tags: tags.map((name) => ({ name })),
        payload: { $ref: schemaAt + frame.schema },
        examples: [{ name: key, payload: exampleOf(frame.schema) }],
        ...frame.extensions,
      })),
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, described(schema, doc(name))]),
      ),
      securitySchemes: {
        session: {
          type: 'httpApiKey',
          in: 'cookie',
          name: 'livedesk_session',
          description: 'Made by POST /api/session.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'A token of POST /api/tokens, for programs.' },
      },
    },
  }
}

type Frame = {
  /** The name of its message and the end of its operation's: an event and a command may share a wire name. */
  readonly key: string
  readonly type: string
  readonly action: 'send' | 'receive'
  readonly schema: string
  readonly description: string
  readonly tags: readonly string[]
  readonly extensions: Readonly<Record<string, string>>
}

const framesOf = (doc: (name: string) => string): Frame[] => [
  ...Object.values(contract.events).map(({ type, audience, durability }) => ({
    key: type,
    type,
    action: 'send' as const,
    schema: nameOf.event(type),
    description: `${doc(exportName(type))}\n\n${heardBy[audience]} ${kept[durability]}`,
    tags: ['event', audience, durability],
    extensions: { 'x-audience': audience, 'x-durability': durability },
  })),
  ...contract.ControlFrame.options.map(({ shape }) => ({
    key: shape.type.value,
    type: shape.type.value,
    action: 'send' as const,
    schema: nameOf.control(shape.type.value),
    description: doc(exportName(shape.type.value)),
    tags: ['control'],
    extensions: {},
  })),
  ...contract.Command.options.map(({ shape }) => ({
    key: `${shape.type.value}_command`,
    type: shape.type.value,
    action: 'receive' as const,
    schema: nameOf.command(shape.type.value),
    description: doc(shape.type.value),
    tags: ['command'],
    extensions: {},
  })),
]

const operation = ({ key, action, description }: Frame) => ({
  action,
  channel: { $ref: '#/channels/desk' },
  summary: firstSentence(description),
  messages: [{ $ref: `#/channels/desk/messages/${key}` }],
  security: [{ $ref: '#/components/securitySchemes/session' }, { $ref: '#/components/securitySchemes/token' }],
  ...(key === 'ping_command' && {
    reply: { channel: { $ref: '#/channels/desk' }, messages: [{ $ref: '#/channels/desk/messages/pong' }] },
  }),
})

const desk = (doc: (name: string) => string) => ({
  address: '/api/ws',
  title: 'The socket',
  description: 'One WebSocket a client. The rules of delivery, resuming and closing are in packages/events/SPEC.md.',
  bindings: {
    ws: {
      method: 'GET',
      query: {
        type: 'object',
        properties: {
          cursor: {
            type: 'integer',
            minimum: 0,
            description:
              'Resumes: the `seq` of the last event the client has, or the `cursor` of a welcome, a pong or a snapshot.',
          },
          epoch: { type: 'string', description: 'The history that the cursor belongs to, as the welcome named it.' },
          contract: { type: 'string', description: 'The version of this contract that the client was built with.' },
        },
      },
      bindingVersion: '0.1.0',
    },
  },
  'x-close-codes': Object.fromEntries(
    Object.entries(contract.closeCodes).map(([name, code]) => [code, { name, description: doc(name) }]),
  ),
})

const about =
  'Everything that Livedesk says over its socket, and everything that may be said to it. Made of the schemas that the server and the web app are compiled against.'

const heardBy = {
  user: 'Heard by every socket of one person.',
  chat: 'Heard by the members of one chat.',
  ticket: 'Heard by everyone who has the ticket open.',
  agents: 'Heard by everyone who works at this desk.',
} as const

const kept = {
  durable: 'Durable: numbered, kept in the log, resumed after a gap.',
  ephemeral: 'Ephemeral: said at most once, without a number, never kept.',
} as const

const mapOf = <T>(frames: readonly Frame[], value: (frame: Frame) => T) =>
  Object.fromEntries(frames.map((frame) => [frame.key, value(frame)]))

const schemaAt = '#/components/schemas/'

const described = (schema: JsonObject, description: string) =>
  description === '' ? schema : { description, ...schema }

/** The name that an event or a control frame is exported under. */
const exportName = (type: string) =>
  type
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text
