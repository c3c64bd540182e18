import type { AttachmentId, RichBlock, RichInline, RichText, UserId } from '@livedesk/events'

/** Whom a document mentions. */
export const mentionedIn = (document: RichText): ReadonlySet<UserId> =>
  new Set(lineParts(document.content).flatMap((part) => (part.type === 'mention' ? [part.attrs.user_id] : [])))

/** Which files stand in a document as pictures, each once, in their order. */
export const picturesIn = (document: RichText): readonly AttachmentId[] => [
  ...new Set(lineParts(document.content).flatMap((part) => (part.type === 'image' ? [part.attrs.attachment_id] : []))),
]

const lineParts = (blocks: readonly RichBlock[]): readonly RichInline[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return block.content ?? []
      case 'codeBlock':
        return []
      case 'blockquote':
        return lineParts(block.content)
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap(({ content }) => lineParts(content))
    }
  })
