import type { Attachment, RichText } from '@livedesk/events'
import type { ReactNode } from 'react'

/** What someone has written: its plain text, and the document, if it is more than that. */
export type Written = { readonly body: string; readonly content?: RichText | undefined }

/** Words that are there already, and can be put where the caret is. */
export type Snippet = { readonly id: number; readonly name: string; readonly words: string }

/** What is offered after a slash, and what is done with what was chosen; the slash and what was typed after it are gone then. */
export type Snippets = {
  readonly find: (query: string) => readonly Snippet[]
  readonly take: (snippet: Snippet) => void
}

/** A point of the screen. */
export type Place = { readonly left: number; readonly top: number }

/** How pictures get to the desk while words are written around them. */
export type Uploads = {
  /** What is on its way, or did not get there. */
  readonly keys: readonly string[]
  /** Uploads files, and gives a key for each. `arrive` is told of each that is there, and says whether it stands between words now. */
  readonly add: (files: readonly File[], arrive: (key: string, file: Attachment) => boolean) => readonly string[]
  /** Lets a file go with the message that has no place between its words any more. */
  readonly displace: (key: string) => void
  /** How far a file is, and what can be done about it. */
  readonly draw: (key: string) => ReactNode
}

/** What others do with a field that someone writes in. */
export type WritingField = {
  /** Puts the caret where it was, or at the end. */
  readonly focus: (where?: 'end') => void
  /** Selects the first gap that nobody has filled. */
  readonly toGap: () => void
  /** Puts words, or a document, where the caret is. */
  readonly insert: (what: string | RichText) => void
  /** Puts pictures where the caret is, or where they were let go. Gives the files that have no place between words. */
  readonly put: (files: readonly File[], at?: Place) => readonly File[]
}
