import type { RichBlock, RichInline, RichText, UserId } from '@livedesk/events'

type NameOf = (id: UserId) => string

/**
 * The plain text that a document stands for: every paragraph is a line, lists keep their marks, links their addresses, and pictures
 * say what is to be seen in them.
 */
export const plainText = (document: RichText, nameOf: NameOf) =>
  document.content.flatMap((block) => linesOf(block, nameOf)).join('\n')

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

const linesOf = (block: RichBlock, nameOf: NameOf): string[] => {
  switch (block.type) {
    case 'paragraph':
      return inline(block.content ?? [], nameOf).split('\n')
    case 'codeBlock':
      return (block.content ?? [])
        .map(({ text }) => text)
        .join('')
        .split('\n')
    case 'blockquote':
      return block.content.flatMap((inner) => linesOf(inner, nameOf)).map((line) => `> ${line}`)
    case 'bulletList':
      return block.content.flatMap(({ content }) => item('• ', content, nameOf))
    case 'orderedList':
      return block.content.flatMap(({ content }, index) =>
        item(`${(block.attrs?.start ?? 1) + index}. `, content, nameOf),
      )
  }
}

const item = (mark: string, content: readonly RichBlock[], nameOf: NameOf) =>
  content
    .flatMap((block) => linesOf(block, nameOf))
    .map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`)

const inline = (parts: readonly RichInline[], nameOf: NameOf) => parts.map((part) => words(part, nameOf)).join('')

const words = (part: RichInline, nameOf: NameOf) => {
  switch (part.type) {
    case 'hardBreak':
      return '\n'
    case 'mention':
      return `@${nameOf(part.attrs.user_id)}`
    case 'image':
      return `[${part.attrs.alt}]`
    case 'text':
      return part.text + destination(part)
  }
}

// Where a link leads is said unless its words are the address.
const destination = ({ text, marks }: Extract<RichInline, { type: 'text' }>) => {
  const link = marks?.find((mark) => mark.type === 'link')
  if (!link || bare(link.attrs.href) === bare(text)) return ''
  return ` <${link.attrs.href}>`
}

const bare = (address: string) => address.replace(/^(?:mailto:|https?:\/\/)/iu, '').replace(/\/$/u, '')
