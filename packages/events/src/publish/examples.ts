import type { Json, JsonObject } from './json-schema.ts'

/** Makes examples of the contract's frames: one small story, told by every schema in the same words. */
export const openExamples = (definitions: Readonly<Record<string, JsonObject>>) => {
  const exampleOf = (schema: JsonObject, field: string): Json => {
    const { $ref, const: only, enum: choices, anyOf, oneOf, items, properties, type } = schema
    if (only !== undefined) return only
    const told = story[field]
    if (told !== undefined) return told
    if (typeof $ref === 'string') {
      const name = $ref.slice($ref.lastIndexOf('/') + 1)
      return story[name] ?? exampleOf(definitions[name] ?? {}, field)
    }
    if (isObject(properties)) {
      const fields = Object.entries(properties).filter(([name]) => isRequired(schema, name))
      return Object.fromEntries(fields.map(([name, value]) => [name, exampleOf(isObject(value) ? value : {}, name)]))
    }
    const [first] = [choices, anyOf, oneOf].filter(isList).flat()
    if (first !== undefined) return isObject(first) ? exampleOf(first, field) : first
    if (isObject(items)) return [exampleOf(items, field)]
    return (typeof type === 'string' && byType[type]) || null
  }
  return (definition: string) => exampleOf(definitions[definition] ?? {}, definition)
}

/** What the examples tell, by the name of a schema or of a field: Anna gives Boris the burning printer. */
const story: Readonly<Record<string, Json>> = {
  TicketId: 7,
  UserId: 2,
  RequesterId: 31,
  ChatId: 7,
  ChatMessageId: 90,
  TicketMessageId: 64,
  AttachmentId: 5,
  NotificationId: 12,
  TeamId: 3,
  CannedReplyId: 4,
  SavedViewId: 4,
  TicketVersion: 3,
  TicketStatus: 'in_progress',
  TicketPriority: 'high',
  Role: 'agent',
  Tag: 'printer',
  Moment: '2026-11-22T09:30:00.000Z',
  Seq: 1042,
  Cursor: 1041,
  TicketBefore: { status: 'new', updated_at: '2026-11-22T09:12:41.500Z' },
  Requester: { id: 31, name: 'Olga Smirnova', email: 'olga@example.com' },
  User: { id: 2, name: 'Boris', email: 'boris@livedesk.test', role: 'agent', active: true, version: 1 },
  Team: { id: 3, name: 'Hardware', member_ids: [1, 2], version: 1 },
  SavedView: {
    id: 4,
    owner_id: 2,
    name: 'Burning',
    query: 'view=open&priority=urgent',
    shared: true,
    position: 1024,
    version: 1,
  },
  assigned_by: 1,
  added_by: 1,
  title: 'Printer on fire',
  body: 'Is it still burning?',
  epoch: 'b7f1c0de5a3e4c0f9d2a6f8e1c4b7a90',
  contract: '3.0',
  heartbeat_ms: 8000,
  message_count: 1,
}

const byType: Readonly<Record<string, Json>> = { string: 'text', integer: 1, number: 1, boolean: true }

const isList = (value: Json | undefined): value is Json[] => Array.isArray(value)

const isRequired = ({ required }: JsonObject, field: string) => Array.isArray(required) && required.includes(field)

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
