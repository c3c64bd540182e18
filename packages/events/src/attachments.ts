import { z } from 'zod'
import { AttachmentId } from './ids.ts'

/**
 * A file that came with a message. `type` is what its bytes say it is, whatever it was called; `size` is in bytes. A picture
 * that can be shown has `width` and `height`, in pixels. Its bytes: `GET /api/attachments/:id`.
 */
export const Attachment = z.object({
  id: AttachmentId,
  name: z.string().min(1).max(200),
  type: z.string().min(1).max(100),
  size: z.int().positive(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
})
export type Attachment = z.output<typeof Attachment>
