import type { RichBlock, RichText, UserId } from '@livedesk/events'

/** Whom a document mentions. */
export const mentionedIn = (document: RichText): ReadonlySet<UserId> => {
  const people = new Set<UserId>()
  const visit = (block: RichBlock) => {
    if (block.type === 'paragraph') {
      for (const part of block.content ?? []) if (part.type === 'mention') people.add(part.attrs.user_id)
    }
    if (block.type === 'blockquote') block.content.forEach(visit)
    if (block.type === 'bulletList' || block.type === 'orderedList')
      for (const { content } of block.content) content.forEach(visit)
  }
  document.content.forEach(visit)
  return people
}
