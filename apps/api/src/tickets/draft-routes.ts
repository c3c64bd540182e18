import { TicketDraft, TicketId, TicketMessageKind } from '@livedesk/events'
import { PutTicketDraft, TicketDraftList } from '@livedesk/resources'
import { z } from 'zod'
import { idFrom } from '../http/parse.ts'
import { type Actor, done, get, ok, put, remove } from '../http/route.ts'
import { Problem } from '../problem.ts'
import { noTicket } from './address.ts'
import { clearDraft, type DraftOf, findDraft, keepDraft, listDrafts } from './drafts.ts'
import { findTicket } from './queries.ts'
import type { TicketParts } from './routes.ts'

const DraftAddress = z.object({ ticketId: idFrom(TicketId), kind: TicketMessageKind })

const KnownVersion = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,14}$/u, 'Say the version of the draft that you know.')
    .transform(Number),
})

/** What people have written and not sent. Nobody but its author sees it. */
export const draftRoutes = ({ db, tx }: Pick<TicketParts, 'db' | 'tx'>) => [
  get('/drafts', { summary: 'Your drafts, on any ticket', answers: { 200: TicketDraftList } }, async ({ actor }) =>
    ok({ items: await listDrafts(db, actor.id) }),
  ),

  put(
    '/tickets/:ticketId/drafts/:kind',
    {
      summary: 'Keep your draft of a reply or a note, in place of the version that you know',
      params: DraftAddress,
      body: PutTicketDraft,
      answers: { 200: TicketDraft },
      problems: ['not_found', 'conflict'],
      says: ['ticket_draft_changed'],
    },
    async ({ actor, params, body: { version, ...words } }) => {
      const of = draftOf(actor, params)
      const draft = await tx(async (tx) => {
        if (!(await findTicket(tx, params.ticketId))) noTicket(params.ticketId)
        const kept = (await keepDraft(tx, of, words, version)) ?? (await findDraft(tx, of))
        // A retry finds its own words.
        if (kept && isSame(kept, words)) return kept
        throw changedElsewhere(kept)
      })
      return ok(draft)
    },
  ),

  remove(
    '/tickets/:ticketId/drafts/:kind',
    {
      summary: 'Throw your draft away, if it is still the version that you know',
      params: DraftAddress,
      query: KnownVersion,
      answers: { 204: null },
      problems: ['conflict'],
      says: ['ticket_draft_changed'],
    },
    async ({ actor, params, query: { version } }) => {
      const of = draftOf(actor, params)
      await tx(async (tx) => {
        await clearDraft(tx, of, version)
        const other = await findDraft(tx, of)
        if (other) throw changedElsewhere(other)
      })
      return done()
    },
  ),
]

const draftOf = ({ id }: Actor, { ticketId, kind }: z.output<typeof DraftAddress>): DraftOf => ({
  user_id: id,
  ticket_id: ticketId,
  kind,
})

const changedElsewhere = (draft: TicketDraft | undefined) =>
  new Problem('conflict', 'This draft was changed in another tab or on another device.', { draft: draft ?? null })

const isSame = (one: Words, other: Words) =>
  one.body === other.body && JSON.stringify(one.content) === JSON.stringify(other.content)

type Words = Pick<TicketDraft, 'body' | 'content'>
