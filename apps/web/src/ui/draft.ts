import { Attachment, RichText } from '@livedesk/events'
import { z } from 'zod'
import { randomKey } from './random-key.ts'

/** What someone has written and not sent. `key` makes a retry of the same words post once; other words get another. */
export const Draft = z.object({
  body: z.string(),
  content: RichText.optional(),
  /** Files that are uploaded and go with it. */
  attachments: z.array(Attachment).optional(),
  key: z.string(),
})
export type Draft = z.output<typeof Draft>

/** Whether there is something to send: words, or files. */
export const isEmptyDraft = ({ body, attachments = [] }: Draft) => body.trim() === '' && attachments.length === 0

/** Reads a draft as it was stored; what cannot be read as one is kept as its words, rather than thrown away. */
export const readDraft = (stored: string | null): Draft => {
  if (stored === null) return { body: '', key: '' }
  try {
    return Draft.parse(JSON.parse(stored))
  } catch {
    return { body: stored, key: randomKey() }
  }
}

/** What stays of a stored draft when one was sent: what was written meanwhile is another. */
export const afterSending = (sent: Draft, stored: string | null) => {
  const now = readDraft(stored)
  return now.key === sent.key || isRestOf(sent, now) ? null : stored
}

// It may be heard that the words were sent before it is answered that the files were, too.
const isRestOf = (sent: Draft, now: Draft) =>
  now.body.trim() === '' && JSON.stringify(now.attachments) === JSON.stringify(sent.attachments)
