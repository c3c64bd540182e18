import type { RichText } from '@livedesk/events'

/** What someone has written: its plain text, and the document, if it is more than that. */
export type Written = { readonly body: string; readonly content?: RichText | undefined }

/** Words that are there already, and can be put where the caret is. */
export type Snippet = { readonly id: number; readonly name: string; readonly words: string }

/** What is offered after a slash, and what is done with what was chosen; the slash and what was typed after it are gone then. */
export type Snippets = {
  readonly find: (query: string) => readonly Snippet[]
  readonly take: (snippet: Snippet) => void
}

/** What others do with a field that someone writes in. */
export type WritingField = {
  /** Puts the caret where it was, or at the end. */
  readonly focus: (where?: 'end') => void
  /** Selects the first gap that nobody has filled. */
  readonly toGap: () => void
  /** Puts words, or a document, where the caret is. */
  readonly insert: (what: string | RichText) => void
}
