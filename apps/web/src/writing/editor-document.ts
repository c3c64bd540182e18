import { type RichBlock, RichText, type UserId } from '@livedesk/events'
import { documentOf, gap, isPlain, openGap, plainText } from '@livedesk/resources'
import type { Editor } from '@tiptap/core'
import { undoDepth } from '@tiptap/pm/history'
import { Fragment, Mark, type Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import type { Written } from './written.ts'

/** What an editor's document says, in the contract's form. `person` names whom it mentions. */
export const writtenIn = (doc: Node, person: (id: UserId) => string): Written => {
  const { data: content } = RichText.safeParse(unmarked(doc).toJSON())
  // Only what is too large for any message cannot be read: its words are kept.
  if (!content) return { body: doc.textBetween(0, doc.content.size, '\n', '\n') }
  const body = plainText(content, person)
  return isPlain(content) ? { body } : { body, content: withoutEmptyEnds(content) }
}

/** The document to edit. */
export const documentToEdit = ({ body, content }: Written): RichText => content ?? documentOf(body)

/**
 * Shows a document that was not written here. Nothing of what was there before can be brought back by undoing in it: words
 * that were sent are not sent again by accident.
 */
export const showAnew = ({ view, schema, state: { plugins } }: Editor, document: RichText) =>
  view.updateState(EditorState.create({ doc: schema.nodeFromJSON(document), plugins: [...plugins] }))

/** Whether nothing is written, and nothing was that could be brought back. */
export const isUntouched = (state: EditorState) => writtenIn(state.doc, () => '@').body === '' && undoDepth(state) === 0

/** Where in a document of plain lines the caret is that stood at a place in its text. */
export const caretIn = (body: string, at: number) => at + body.slice(0, at).split('\n').length

/** The first gap of a document that nobody has filled. */
export const gapIn = (doc: Node) => {
  const places: { readonly from: number; readonly to: number }[] = []
  doc.descendants((node, at) => {
    const found = node.isText ? openGap(node.text ?? '') : undefined
    if (found !== undefined) places.push({ from: at + found, to: at + found + gap.length })
  })
  return places[0]
}

// Letters alone are bold: the mark of a whole selection is on its breaks, mentions and pictures, too.
const unmarked = (node: Node): Node =>
  node.isText ? node : node.copy(Fragment.from(node.children.map(unmarked))).mark(Mark.none)

const withoutEmptyEnds = ({ content, type }: RichText): RichText => {
  const first = content.findIndex(isSomething)
  const last = content.findLastIndex(isSomething)
  return { type, content: first === -1 ? content : content.slice(first, last + 1) }
}

const isSomething = (block: RichBlock) => block.type !== 'paragraph' || block.content !== undefined
