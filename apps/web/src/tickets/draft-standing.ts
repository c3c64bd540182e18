import { type Attachment, RichText, type TicketDraft } from '@livedesk/events'
import { documentOf } from '@livedesk/resources'
import { z } from 'zod'
import type { Draft } from '../ui/draft.ts'

const Words = z.object({ body: z.string(), content: RichText.optional() })
export type Words = z.output<typeof Words>

/** What this browser knows that the desk keeps of a draft; `sent` is what it asked the desk to keep last. */
export const KeptDraft = z.object({ version: z.int().nullable(), words: Words, sent: Words.optional() })
export type KeptDraft = z.output<typeof KeptDraft>

const noWords: Words = { body: '' }
export const nothingKept: KeptDraft = { version: null, words: noWords }

/** How what is written here stands to what the desk keeps. */
export type Standing =
  /** The same. */
  | { readonly kind: 'kept' }
  /** There is something here that the desk does not keep yet. */
  | { readonly kind: 'ahead' }
  /** The desk keeps something newer, and nothing is lost if it is taken: `words` is what becomes of those here. */
  | { readonly kind: 'behind'; readonly words: Words; readonly kept: KeptDraft }
  /** Both have words that the other does not have: the person decides. */
  | { readonly kind: 'apart'; readonly theirs: TicketDraft }

/** Compares the words here with what the desk keeps (undefined: no draft). */
export const standingOf = (here: Words, kept: KeptDraft, theirs: TicketDraft | undefined): Standing => {
  const isTouched = !isSame(here, kept.words)
  if (theirs && theirs.version > (kept.version ?? 0)) {
    const agreed = { version: theirs.version, words: wordsOf(theirs) }
    if ((kept.sent && isSame(theirs, kept.sent)) || isSame(theirs, here) || goesOn(here, theirs))
      return { kind: 'behind', words: here, kept: agreed }
    if (!isTouched || here.body.trim() === '') return { kind: 'behind', words: agreed.words, kept: agreed }
    return { kind: 'apart', theirs }
  }
  // It was sent or thrown away elsewhere; what was written here since is another.
  if (!theirs && kept.version !== null)
    return {
      kind: 'behind',
      words: isTouched ? here : noWords,
      kept: { ...nothingKept, ...(kept.sent && { sent: kept.sent }) },
    }
  return { kind: isTouched ? 'ahead' : 'kept' }
}

/** Words of which nothing is lost: one's own, and the others below; the same words once. */
export const joined = (here: Words, theirs: Words): Words =>
  isSame(here, theirs)
    ? here
    : {
        body: `${here.body}\n${theirs.body}`,
        ...((here.content || theirs.content) && {
          content: { type: 'doc', content: [...contentOf(here), ...contentOf(theirs)] },
        }),
      }

/** A draft to which words and files come from elsewhere: they stand above what was begun in it. */
export const withAbove = (
  now: Omit<Draft, 'key'>,
  words: Words | undefined,
  files: readonly Attachment[] = [],
): Omit<Draft, 'key'> => {
  const attachments = [...files, ...(now.attachments ?? [])]
  const isBegun = now.body.trim() !== '' || now.content !== undefined
  return {
    ...(words && words.body.trim() !== '' ? (isBegun ? joined(words, now) : wordsOf(words)) : wordsOf(now)),
    ...(attachments.length > 0 && { attachments }),
  }
}

export const wordsOf = ({ body, content }: Words): Words => ({ body, ...(content && { content }) })

/** Spaces at the ends are nothing that anyone would miss. */
const isSame = (one: Words, other: Words) =>
  one.body.trim() === other.body.trim() && JSON.stringify(one.content) === JSON.stringify(other.content)

/** Whether all that the others say stands above: nothing of it would be lost. */
const goesOn = (here: Words, theirs: Words) => {
  const said = contentOf(theirs)
  return JSON.stringify(contentOf(here).slice(0, said.length)) === JSON.stringify(said)
}

const contentOf = ({ body, content }: Words) => (content ?? documentOf(body)).content
