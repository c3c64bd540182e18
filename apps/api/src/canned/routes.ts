import { CannedReply, CannedReplyId, type UserId } from '@livedesk/events'
import { CannedReplyList, CreateCannedReply, PatchCannedReply } from '@livedesk/resources'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import { idFrom } from '../http/parse.ts'
import { created, done, get, ok, patch, post, remove } from '../http/route.ts'
import { sendToAgents, sendToUser, type Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { addCannedReply, changeCannedReply, deleteCannedReply, listCannedReplies, lockCannedReply } from './queries.ts'

const CannedAddress = z.object({ cannedReplyId: idFrom(CannedReplyId) })
const says = ['canned_reply_changed', 'own_canned_reply_changed'] as const

/** Words and changes that are kept because they are used often: the desk's, which everyone looks after, and one's own. */
export const cannedReplyRoutes = ({ db, tx }: { readonly db: Db; readonly tx: Transact }) => [
  get(
    '/canned-replies',
    { summary: 'Canned replies and macros: the desk’s and your own', answers: { 200: CannedReplyList } },
    async ({ actor }) => ok({ items: await listCannedReplies(db, actor.id) }),
  ),

  post(
    '/canned-replies',
    { summary: 'Keep a canned reply or macro', body: CreateCannedReply, answers: { 201: CannedReply }, says },
    async ({ actor, body: { shared, ...fields } }) => {
      requireSomething(fields)
      const made = await tx(async (tx) => {
        const canned = await addCannedReply(tx, { ...fields, owner_id: shared ? null : actor.id })
        tell(tx, actor.id, undefined, canned)
        return canned
      })
      return created(made)
    },
  ),

  patch(
    '/canned-replies/:cannedReplyId',
    {
      summary: 'Change a canned reply or macro',
      params: CannedAddress,
      body: PatchCannedReply,
      answers: { 200: CannedReply },
      problems: ['not_found', 'conflict'],
      says,
    },
    async ({ actor, params, body: { version, shared, name, body, changes } }) => {
      const changed = await tx(async (tx) => {
        const before = await hold(tx, params.cannedReplyId, actor.id)
        if (before.version !== version)
          throw new Problem('conflict', `${before.name} was changed meanwhile: look again, then change.`)
        const fields = {
          name: name ?? before.name,
          body: body ?? before.body,
          changes: changes ?? before.changes,
          owner_id: shared === undefined ? before.owner_id : shared ? null : actor.id,
        }
        requireSomething(fields)
        const after = await changeCannedReply(tx, before.id, fields)
        tell(tx, actor.id, before, after)
        return after
      })
      return ok(changed)
    },
  ),

  remove(
    '/canned-replies/:cannedReplyId',
    {
      summary: 'Delete a canned reply or macro',
      params: CannedAddress,
      answers: { 204: null },
      problems: ['not_found'],
      says,
    },
    async ({ actor, params }) => {
      await tx(async (tx) => {
        const before = await hold(tx, params.cannedReplyId, actor.id)
        await deleteCannedReply(tx, before.id)
        tell(tx, actor.id, before, undefined)
      })
      return done()
    },
  ),
]

const hold = async (tx: Tx, id: CannedReplyId, userId: UserId) => {
  const found = await lockCannedReply(tx, id, userId)
  if (!found) throw new Problem('not_found', `There is no canned reply ${id} that you may use.`)
  return found
}

const requireSomething = ({ body, changes }: Pick<CannedReply, 'body' | 'changes'>) => {
  if (body !== '' || Object.keys(changes).length > 0) return
  throw new Problem('bad_request', 'Write some words, or choose what it changes.', {
    errors: { body: 'Write some words, or choose what it changes.' },
  })
}

/** Tells whoever may use it, and whoever might and may no more. */
const tell = (tx: Tx, owner: UserId, before: CannedReply | undefined, after: CannedReply | undefined) => {
  const known = after ?? before
  if (!known) return
  const said = { canned_reply_id: known.id, version: after ? after.version : known.version + 1 }
  const isOrWas = (shared: boolean) => [before, after].some((one) => one && (one.owner_id === null) === shared)
  const shown = (shared: boolean) => (after && (after.owner_id === null) === shared ? after : null)
  if (isOrWas(false)) sendToUser(tx, owner, { type: 'own_canned_reply_changed', ...said, canned_reply: shown(false) })
  if (isOrWas(true)) sendToAgents(tx, { type: 'canned_reply_changed', ...said, canned_reply: shown(true) })
}
