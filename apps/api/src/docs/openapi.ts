import {
  Attachment,
  Chat,
  ChatKind,
  ChatMessage,
  contractVersion,
  Moment,
  Notification,
  Requester,
  Role,
  Tag,
  Ticket,
  TicketMessage,
  TicketMessageAuthor,
  TicketMessageKind,
  TicketPriority,
  TicketStatus,
  User,
} from '@livedesk/events'
import * as resources from '@livedesk/resources'
import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import { type ProblemCode, problems } from '../problem.ts'
import { Bytes } from '../http/download.ts'
import type { Route } from '../http/route.ts'

/** The OpenAPI document of declared routes: made of the same schemas that callers are held to. */
export const describeRoutes = (routes: readonly Route[]) =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Livedesk',
        version: contractVersion,
        description:
          'The help desk over HTTP. What happens meanwhile is told over the socket at `/api/ws`: see `/api/asyncapi.json`. ' +
          'Every answer to a GET says in `Livedesk-Cursor` and `Livedesk-Epoch` how far in that order of events it is sure to be.',
      },
      servers: [{ url: '/api' }],
      security: [{ session: [] }, { token: [] }],
      paths: Object.fromEntries(
        [...Map.groupBy(routes, ({ path }) => path.replaceAll(/:(\w+)/gu, '{$1}'))].map(([path, here]) => [
          path,
          Object.fromEntries(here.map((route) => [route.method, operation(route)])),
        ]),
      ),
      components: {
        schemas: namedSchemas,
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'livedesk_session', description: 'Set by `POST /session`.' },
          token: { type: 'http', scheme: 'bearer', description: 'Made by `POST /tokens`.' },
        },
      },
    },
    { override: ({ jsonSchema, zodSchema }) => void (isOpen(zodSchema) && delete jsonSchema.additionalProperties) },
  )

const operation = ({ method, path, access, spec }: Route): ZodOpenApiOperationObject => ({
  operationId: operationId(method, path),
  summary: spec.summary,
  tags: [path.split('/')[1] ?? ''],
  ...(access === 'anyone' && { security: [] }),
  requestParams: {
    ...(spec.params instanceof z.ZodObject && { path: spec.params }),
    ...(spec.query instanceof z.ZodObject && { query: spec.query }),
    ...(spec.idempotent && { header: z.object({ 'Idempotency-Key': IdempotencyKey.optional() }) }),
  },
  ...(spec.body && { requestBody: { required: true, content: { 'application/json': { schema: spec.body } } } }),
  ...(spec.takesBytes && { requestBody: { required: true, content: bytes } }),
  ...(spec.says && { 'x-says': spec.says }),
  responses: { ...answers(spec.answers, method), ...refusals({ access, spec }) },
})

const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const

const IdempotencyKey = z.string().min(1).max(255).meta({
  description:
    'Yours to choose, new for each thing to do: a retry with the same key does nothing twice and is answered the same.',
})

const answers = (bodies: Route['spec']['answers'], method: Route['method']): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    Object.entries(bodies).map(([status, schema]) => [
      status,
      {
        description: STATUS_CODES[status] ?? '',
        ...(schema && { content: schema === Bytes ? bytes : { 'application/json': { schema } } }),
        ...(method === 'get' && { headers: positionHeaders }),
      },
    ]),
  )

const described = (description: string) => z.string().meta({ description })

const positionHeaders = z.object({
  'Livedesk-Cursor': described('Every event up to this one is in the answer. Resume a socket with it.'),
  'Livedesk-Epoch': described('The history that the cursor belongs to.'),
  'Livedesk-Ahead': described(
    'With what is counted: the later events that are in the answer too, by commas.',
  ).optional(),
})

const refusals = ({ access, spec }: Pick<Route, 'access' | 'spec'>): ZodOpenApiResponsesObject => {
  const codes: ProblemCode[] = [
    ...((spec.params ?? spec.query ?? spec.body) ? (['bad_request'] as const) : []),
    ...(access === 'anyone' ? [] : (['sign_in_first'] as const)),
    ...(access === 'admin' ? (['forbidden'] as const) : []),
    ...(spec.body ? (['too_large', 'not_json'] as const) : []),
    ...(spec.idempotent ? (['key_reused', 'withdrawn'] as const) : []),
    ...(spec.problems ?? []),
  ]
  return Object.fromEntries(
    [...Map.groupBy(codes, (code) => problems[code].status)].map(([status, here]) => [
      String(status),
      {
        description: here.map((code) => problems[code].title).join(', or: '),
        content: { 'application/problem+json': { schema: resources.ProblemBody } },
      },
    ]),
  )
}

const operationId = (method: string, path: string) =>
  [method, ...path.split('/').filter(Boolean)]
    .map((part) => part.replace(/^:(.)/u, (_all, first: string) => `by-${first}`))
    .join('-')
    .replaceAll(/-(\w)/gu, (_all, next: string) => next.toUpperCase())

// Fields may be added to what is answered: only what is read strictly is closed.
const isOpen = (schema: z.core.$ZodTypes) => schema._zod.def.type === 'object' && schema._zod.def.catchall === undefined

const nouns = {
  Attachment,
  Chat,
  ChatKind,
  ChatMessage,
  Moment,
  Notification,
  Requester,
  Role,
  Tag,
  Ticket,
  TicketMessage,
  TicketMessageAuthor,
  TicketMessageKind,
  TicketPriority,
  TicketStatus,
  User,
}

/** What the contract and the resources name, the document names too, and says once. */
const namedSchemas: Record<string, z.ZodType> = Object.fromEntries(
  Object.entries<unknown>({ ...resources, ...nouns }).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[name, value]] : [],
  ),
)
