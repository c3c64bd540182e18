import { Attachment, AttachmentId } from '@livedesk/events'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import { Bytes, Download } from '../http/download.ts'
import { idFrom } from '../http/parse.ts'
import { created, done, get, ok, remove, upload } from '../http/route.ts'
import { Problem } from '../problem.ts'
import type { FileStore } from './file-store.ts'
import { addAttachment, countWaiting, findAttachment, takeBack } from './queries.ts'
import { isPicture } from './sniff.ts'
import { cleanName, keepUpload } from './upload.ts'

const Address = z.object({ attachmentId: idFrom(AttachmentId) })
const Named = z.object({ name: z.string().min(1).max(1000) })

/** So many files of one person may wait for a message. */
const mostWaiting = 100

/** Files for messages: uploaded before their message is posted, and had by everyone at the desk from then on. */
export const attachmentRoutes = ({ db, store }: { readonly db: Db; readonly store: FileStore }) => [
  upload(
    '/attachments',
    {
      summary: 'Upload a file for a message that is yet to be posted: its bytes as the body, at most 25 MB',
      query: Named,
      answers: { 201: Attachment },
      problems: ['too_large', 'too_many_requests'],
    },
    async ({ actor, query, request }) => {
      if ((await countWaiting(db, actor.id)) >= mostWaiting) {
        throw new Problem('too_many_requests', `${mostWaiting} of your files wait for a message: send them first.`)
      }
      const kept = await keepUpload(store, request)
      try {
        return created(await addAttachment(db, { ...kept, name: cleanName(query.name), uploader_id: actor.id }))
      } catch (error) {
        await store.remove(kept.key)
        throw error
      }
    },
  ),

  get(
    '/attachments/:attachmentId',
    { summary: 'The bytes of a file', params: Address, answers: { 200: Bytes }, problems: ['not_found'] },
    async ({ actor, params }) => {
      const file = await findAttachment(db, params.attachmentId, actor.id)
      const bytes = file && (await store.read(file.key))
      if (!bytes) throw new Problem('not_found', `There is no file ${params.attachmentId}.`)
      return ok(new Download({ ...file, bytes, shown: isPicture(file.type) }))
    },
  ),

  remove(
    '/attachments/:attachmentId',
    {
      summary: 'Take back a file that you have uploaded and not sent',
      params: Address,
      answers: { 204: null },
      problems: ['not_found'],
    },
    async ({ actor, params }) => {
      const key = await takeBack(db, params.attachmentId, actor.id)
      if (key === undefined)
        throw new Problem('not_found', `You have no file ${params.attachmentId} that was not sent.`)
      await store.remove(key)
      return done()
    },
  ),
]
