import { type RichBlock, RichText, type UserId } from '@livedesk/events'
import { documentOf, isPlain, plainText } from '@livedesk/resources'
import type { Node } from '@tiptap/pm/model'
import type { Written } from './written.ts'

/** What an editor's document says, in the contract's form. `person` names whom it mentions. */
export const writtenIn = (doc: Node, person: (id: UserId) => string): Written => {
  const { data: content } = RichText.safeParse(doc.toJSON())
  // Only what is too large for any message cannot be read: its words are kept.
  if (!content) return { body: doc.textBetween(0, doc.content.size, '\n', '\n') }
  const body = plainText(content, person)
  return isPlain(content) ? { body } : { body, content: withoutEmptyEnds(content) }
}

/** The document to edit. */
export const documentToEdit = ({ body, content }: Written): RichText => content ?? documentOf(body)

/** Where in a document of plain lines the caret is that stood at a place in its text. */
export const caretIn = (body: string, at: number) => at + body.slice(0, at).split('\n').length

const withoutEmptyEnds = ({ content, type }: RichText): RichText => {
  const first = content.findIndex(isSomething)
  const last = content.findLastIndex(isSomething)
  return { type, content: first === -1 ? content : content.slice(first, last + 1) }
}

const isSomething = (block: RichBlock) => block.type !== 'paragraph' || block.content !== undefined
