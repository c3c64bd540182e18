import type { TicketDraft, TicketId, TicketMessageKind, UserId } from '@livedesk/events'
import { documentOf, type PutTicketDraft } from '@livedesk/resources'
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../db/pool.ts'
import { sendToUser, type Tx } from '../live/outbox.ts'

/** Whose draft of what. */
export type DraftOf = { readonly user_id: UserId; readonly ticket_id: TicketId; readonly kind: TicketMessageKind }

type Words = Pick<PutTicketDraft, 'body' | 'content'>
type Row = Omit<TicketDraft, 'content'> & { readonly content: TicketDraft['content'] | null }

const columns = ['ticket_id', 'kind', 'body', 'content', 'version', 'updated_at'] as const
const nextVersion = sql<number>`nextval('ticket_draft_version')`

/** What someone has written and not sent, on any ticket. */
export const listDrafts = async (db: Db, userId: UserId): Promise<TicketDraft[]> => {
  const rows = await db
    .selectFrom('ticket_drafts')
    .select(columns)
    .where('user_id', '=', userId)
    .orderBy('ticket_id')
    .orderBy('kind')
    .execute()
  return rows.map(draftIn)
}

export const findDraft = async (db: Db, { user_id, ticket_id, kind }: DraftOf): Promise<TicketDraft | undefined> => {
  const row = await db
    .selectFrom('ticket_drafts')
    .select(columns)
    .where('user_id', '=', user_id)
    .where('ticket_id', '=', ticket_id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && draftIn(row)
}

/** Keeps a draft in place of the version that its author knew (null: of none), and says so. Undefined if another one is there. */
export const keepDraft = async (tx: Tx, of: DraftOf, { body, content }: Words, version: number | null) => {
  const words = { body, content: content ?? null }
  const row =
    version === null
      ? await tx
          .insertInto('ticket_drafts')
          .values({ ...of, ...words })
          .onConflict((conflict) => conflict.doNothing())
          .returning(columns)
          .executeTakeFirst()
      : await tx
          .updateTable('ticket_drafts')
          .set({ ...words, version: nextVersion, updated_at: sql`now()` })
          .where('user_id', '=', of.user_id)
          .where('ticket_id', '=', of.ticket_id)
          .where('kind', '=', of.kind)
          .where('version', '=', version)
          .returning(columns)
          .executeTakeFirst()
  const draft = row && draftIn(row)
  if (draft) tell(tx, of, draft.version, draft)
  return draft
}

/** Makes a draft of words that were sent and taken back. What its author has begun since stays below them: no word is lost. */
export const returnToDraft = async (tx: Tx, of: DraftOf, words: Words): Promise<void> => {
  const begun = await findDraft(tx, of)
  const both = begun ? joined(words, begun) : words
  if (both.body.length > mostText || (await keepDraft(tx, of, both, begun?.version ?? null))) return
  // It was written, or thrown away, at the same moment.
  await returnToDraft(tx, of, words)
}

/** Throws one version of a draft away, and says so; a newer one stays. */
export const clearDraft = async (tx: Tx, of: DraftOf, version: number) => {
  const cleared = await tx
    .deleteFrom('ticket_drafts')
    .where('user_id', '=', of.user_id)
    .where('ticket_id', '=', of.ticket_id)
    .where('kind', '=', of.kind)
    .where('version', '=', version)
    .returning(nextVersion.as('version'))
    .executeTakeFirst()
  if (cleared) tell(tx, of, cleared.version, null)
}

type Said = {
  readonly body?: string | undefined
  readonly content?: Words['content']
  readonly draft_version?: number | undefined
}

/**
 * Ends the draft that became a message: the one that its author names, and one of the very same words, whose version they
 * may not have heard yet.
 */
export const clearSaid = async (tx: Tx, of: DraftOf, { body, content, draft_version }: Said) => {
  const draft = await findDraft(tx, of)
  if (!draft) return
  const isSaid = content ? isDeepStrictEqual(draft.content, content) : !draft.content && draft.body === body
  if (isSaid || draft.version === draft_version) await clearDraft(tx, of, draft.version)
}

const mostText = 100_000

/** One's words and then the other's; the same words once. */
const joined = (first: Words, then: Words): Words => {
  if (first.body === then.body && JSON.stringify(first.content) === JSON.stringify(then.content)) return then
  const [above, below] = [first, then].map(({ body, content }) => (content ?? documentOf(body)).content)
  const isRich = first.content !== undefined || then.content !== undefined
  return {
    body: `${first.body}\n${then.body}`,
    ...(isRich && { content: { type: 'doc', content: [...(above ?? []), ...(below ?? [])] } }),
  }
}

const draftIn = ({ content, ...draft }: Row): TicketDraft => ({ ...draft, ...(content && { content }) })

const tell = (tx: Tx, { user_id, ticket_id, kind }: DraftOf, version: number, draft: TicketDraft | null) =>
  sendToUser(tx, user_id, { type: 'ticket_draft_changed', ticket_id, kind, version, draft })
