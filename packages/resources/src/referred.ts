import type { AttachmentId, RichBlock, RichText, UserId } from '@livedesk/events'

type Referred = { readonly people: ReadonlySet<UserId>; readonly pictures: ReadonlySet<AttachmentId> }

/** Whom a document mentions, and which attachments it shows. */
export const referredBy = (document: RichText): Referred => {
  const people = new Set<UserId>()
  const pictures = new Set<AttachmentId>()
  const visit = (block: RichBlock) => {
    if (block.type === 'image') pictures.add(block.attrs.attachment_id)
    if (block.type === 'paragraph') {
      for (const part of block.content ?? []) if (part.type === 'mention') people.add(part.attrs.user_id)
    }
    if (block.type === 'blockquote') block.content.forEach(visit)
    if (block.type === 'bulletList' || block.type === 'orderedList')
      for (const { content } of block.content) content.forEach(visit)
  }
  document.content.forEach(visit)
  return { people, pictures }
}
