import { CannedReply, TicketChanges } from '@livedesk/events'
import { z } from 'zod'
import { unknownPlaceholders } from './placeholders.ts'

/** `GET /api/canned-replies`: the desk's and the asker's own, by name. */
export const CannedReplyList = z.object({ items: z.array(CannedReply) })
export type CannedReplyList = z.output<typeof CannedReplyList>

const Name = z.string().trim().min(1).max(80)

const Body = z
  .string()
  .trim()
  .max(20_000)
  .superRefine((text, context) => {
    const [unknown] = unknownPlaceholders(text)
    if (unknown !== undefined) context.addIssue(`There is no placeholder {{${unknown}}}.`)
  })

/**
 * `POST /api/canned-replies`. In its body, `{{requester.first_name}}` and its like stand for what is known only where it is
 * used. `shared` makes it the desk's: everyone may use and change it.
 */
export const CreateCannedReply = z.strictObject({
  name: Name,
  body: Body.default(''),
  changes: TicketChanges.default({}),
  shared: z.boolean().default(false),
})
export type CreateCannedReply = z.input<typeof CreateCannedReply>

/** `PATCH /api/canned-replies/:id`. Leaving out a field leaves it as it is. 409 when someone was first. */
export const PatchCannedReply = z
  .strictObject({
    version: z.int().positive(),
    name: Name,
    body: Body,
    changes: TicketChanges,
    shared: z.boolean(),
  })
  .partial()
  .required({ version: true })
export type PatchCannedReply = z.output<typeof PatchCannedReply>
