import type { AttachmentId, RichBlock, RichInline, RichText, UserId } from '@livedesk/events'

/** What a document refers to, by the names that plain text gives it. */
export type Names = {
  readonly person: (id: UserId) => string
  readonly file: (id: AttachmentId) => string
}

/** The plain text that a document stands for: every paragraph is a line, lists keep their marks, and links their addresses. */
export const plainText = (document: RichText, names: Names) =>
  document.content.flatMap((block) => linesOf(block, names)).join('\n')

/** The document of plain text, line by line. */
export const documentOf = (text: string): RichText => ({
  type: 'doc',
  content: text
    .split(/\r\n?|\n/u)
    .map((line) => ({ type: 'paragraph', ...(line !== '' && { content: [{ type: 'text', text: line }] }) })),
})

/** Whether a document says no more than its plain text. */
export const isPlain = ({ content }: RichText) =>
  content.every(
    (block) =>
      block.type === 'paragraph' && (block.content ?? []).every((part) => part.type === 'text' && !part.marks?.length),
  )

const linesOf = (block: RichBlock, names: Names): string[] => {
  switch (block.type) {
    case 'paragraph':
      return inline(block.content ?? [], names).split('\n')
    case 'codeBlock':
      return (block.content ?? [])
        .map(({ text }) => text)
        .join('')
        .split('\n')
    case 'image':
      return [`[${block.attrs.alt || names.file(block.attrs.attachment_id)}]`]
    case 'blockquote':
      return block.content.flatMap((inner) => linesOf(inner, names)).map((line) => `> ${line}`)
    case 'bulletList':
      return block.content.flatMap(({ content }) => item('• ', content, names))
    case 'orderedList':
      return block.content.flatMap(({ content }, index) =>
        item(`${(block.attrs?.start ?? 1) + index}. `, content, names),
      )
  }
}

const item = (mark: string, content: readonly RichBlock[], names: Names) =>
  content
    .flatMap((block) => linesOf(block, names))
    .map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`)

const inline = (parts: readonly RichInline[], names: Names) => parts.map((part) => words(part, names)).join('')

const words = (part: RichInline, names: Names) => {
  switch (part.type) {
    case 'hardBreak':
      return '\n'
    case 'mention':
      return `@${names.person(part.attrs.user_id)}`
    case 'text':
      return part.text + destination(part)
  }
}

// Where a link leads is said when its words do not say it themselves.
const destination = ({ text, marks }: Extract<RichInline, { type: 'text' }>) => {
  const link = marks?.find((mark) => mark.type === 'link')
  if (!link || link.attrs.href.replace(/^mailto:/iu, '') === text || link.attrs.href.includes(text)) return ''
  return ` <${link.attrs.href}>`
}
