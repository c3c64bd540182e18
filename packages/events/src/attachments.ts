import { z } from 'zod'
import { AttachmentId } from './ids.ts'

/**
 * A file that came with a message, at `/api/attachments/:id`. `type` is what its bytes are found to be, whatever its sender
 * called it. `width` and `height`, in pixels as it is to be shown, are there for pictures that a page may show, and for no others.
 */
export const Attachment = z.object({
  id: AttachmentId,
  name: z.string().min(1).max(255),
  type: z.string().min(1).max(127),
  bytes: z.int().positive(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
})
export type Attachment = z.output<typeof Attachment>
