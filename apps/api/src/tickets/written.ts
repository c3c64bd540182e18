import type { Attachment, AttachmentId, RichText, TicketMessageKind, UserId } from '@livedesk/events'
import { isPlain, mentionedIn, mostFiles, picturesIn, plainText } from '@livedesk/resources'
import { holdUploaded } from '../attachments/queries.ts'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'

/** What someone sent to be said. */
type Said = {
  readonly kind: TicketMessageKind
  readonly body?: string | undefined
  readonly content?: RichText | undefined
  readonly attachment_ids: readonly AttachmentId[]
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

/** Holds a message to what can be kept of it, and to people of this desk. */
export const readWritten = async (tx: Tx, said: Said, author: UserId): Promise<Written> => {
  const { content } = said
  if (content && sizeOf(content) > mostNodes) throw wrong('content', 'This is in too many pieces: send less at once.')
  const people = content ? mentionedIn(content) : new Set<UserId>()
  if (people.size > 0 && said.kind === 'reply')
    throw wrong('content', 'Mention colleagues in a note: the requester reads a reply.')

  const mentioned = await findMentioned(tx, people)
  const attachments = await holdFiles(tx, said, author)
  const body = said.body ?? textOf(content, mentioned, attachments)
  if (body.length > mostText) throw wrong('content', `Write at most ${mostText} characters at once.`)
  return {
    body,
    ...(content && !isPlain(content) && { content }),
    attachments,
    mentioned: mentioned.flatMap(({ id, active }) => (active && id !== author ? [id] : [])),
  }
}

/** The files that were named, and then the pictures that stand between the words. */
const holdFiles = async (tx: Tx, { attachment_ids, content }: Said, author: UserId) => {
  const pictures = content ? picturesIn(content) : []
  const unnamed = pictures.filter((id) => !attachment_ids.includes(id))
  if (unnamed.length + attachment_ids.length > mostFiles)
    throw wrong('content', `A message may have at most ${mostFiles} files, pictures between its words among them.`)
  const files = [
    ...(await holdUploaded(tx, attachment_ids, author)),
    ...(await holdUploaded(tx, unnamed, author, 'content')),
  ]
  const unshown = files.find(({ id, width }) => pictures.includes(id) && width === undefined)
  if (unshown)
    throw wrong('content', `The file ${unshown.id} is no picture that can stand between words: attach it instead.`)
  return files
}

const wrong = (field: string, sentence: string) =>
  new Problem('bad_request', sentence, { errors: { [field]: sentence } })

const textOf = (
  content: RichText | undefined,
  people: readonly { readonly id: UserId; readonly name: string }[],
  attachments: readonly Attachment[],
) => {
  const body = content && plainText(content, (id) => people.find((one) => one.id === id)?.name ?? '').trim()
  if (body) return body
  if (attachments.length === 0) throw wrong('content', 'Write something.')
  return attachments.map(({ name }) => name).join(', ')
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
