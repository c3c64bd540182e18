import type { Attachment, AttachmentId, RichText, Ticket, TicketMessageKind, UserId } from '@livedesk/events'
import { isPlain, plainText, referredBy } from '@livedesk/resources'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { attachmentColumns, attachmentOf } from './attached.ts'

/** What someone sent to be said. */
type Said = {
  readonly kind: TicketMessageKind
  readonly body?: string | undefined
  readonly content?: RichText | undefined
  readonly attachments: readonly AttachmentId[]
}

/** What is kept of it. */
export type Written = {
  readonly body: string
  readonly content?: RichText
  readonly attachments: readonly Attachment[]
  /** Who is mentioned in it and is at the desk, without its author. */
  readonly mentioned: readonly UserId[]
}

const mostText = 100_000
const mostNodes = 20_000
const mostAttachments = 20

/** Holds a message to what it refers to: files that its author uploaded for this ticket, and people of this desk. */
export const readWritten = async (tx: Tx, ticket: Ticket, said: Said, author: UserId): Promise<Written> => {
  const { content } = said
  if (content && sizeOf(content) > mostNodes) throw wrong('content', 'This is in too many pieces: send less at once.')
  const { people, pictures } = content ? referredBy(content) : nobodyAndNothing
  if (people.size > 0 && said.kind === 'reply')
    throw wrong('content', 'Mention colleagues in a note: the requester reads a reply.')

  const attachments = await holdUploads(tx, ticket, [...new Set([...said.attachments, ...pictures])], author)
  for (const { id, width } of attachments) {
    if (pictures.has(id) && width === undefined)
      throw wrong('content', `Attachment ${id} is no picture that can be shown.`)
  }
  const mentioned = await findMentioned(tx, people)
  const body = said.body ?? textOf(content, attachments, mentioned)
  if (body.length > mostText) throw wrong('content', `Write at most ${mostText} characters at once.`)
  return {
    body,
    ...(content && !isPlain(content) && { content }),
    attachments,
    mentioned: mentioned.flatMap(({ id, active }) => (active && id !== author ? [id] : [])),
  }
}

const nobodyAndNothing: ReturnType<typeof referredBy> = { people: new Set(), pictures: new Set() }

const wrong = (field: string, sentence: string) =>
  new Problem('bad_request', sentence, { errors: { [field]: sentence } })

const textOf = (
  content: RichText | undefined,
  attachments: readonly Attachment[],
  people: readonly { readonly id: UserId; readonly name: string }[],
) => {
  const file = (id: AttachmentId) => attachments.find((attachment) => attachment.id === id)?.name ?? ''
  const person = (id: UserId) => people.find((one) => one.id === id)?.name ?? ''
  // What comes without a word is known by its files.
  const body =
    (content && plainText(content, { person, file }).trim()) || attachments.map(({ name }) => name).join('\n')
  if (body === '') throw wrong('content', 'Write something, or attach a file.')
  return body
}

const holdUploads = async (tx: Tx, ticket: Ticket, ids: readonly AttachmentId[], author: UserId) => {
  if (ids.length === 0) return []
  if (ids.length > mostAttachments)
    throw wrong('attachments', `Attach at most ${mostAttachments} files to one message.`)
  const found = await tx
    .selectFrom('attachments')
    .select(attachmentColumns)
    .where('id', 'in', ids)
    .where('ticket_id', '=', ticket.id)
    .where('uploader_id', '=', author)
    .where('message_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return ids.map((id) => {
    const row = found.find((one) => one.id === id)
    if (row) return attachmentOf(row)
    throw wrong(
      'attachments',
      `You have no upload ${id} for this ticket that waits to be posted. Upload the file again.`,
    )
  })
}

const findMentioned = async (tx: Tx, people: ReadonlySet<UserId>) => {
  if (people.size === 0) return []
  const found = await tx
    .selectFrom('users')
    .select(['id', 'name', 'active'])
    .where('id', 'in', [...people])
    .execute()
  const missing = [...people].find((id) => !found.some((person) => person.id === id))
  if (missing !== undefined) throw wrong('content', `Nobody with the id ${missing} is at this desk.`)
  return found
}

const sizeOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null || !('content' in value) || !Array.isArray(value.content)) return 1
  return value.content.reduce<number>((sum, inner) => sum + sizeOf(inner), 1)
}
