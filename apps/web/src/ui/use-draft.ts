import type { Attachment } from '@livedesk/events'
import { useMemo } from 'react'
import { afterSending, type Draft, readDraft } from './draft.ts'
import { randomKey } from './random-key.ts'
import { readText, useStoredText, writeText } from './stored-text.ts'

/**
 * A draft kept in this browser letter by letter, under the name of what it is for. It survives reloads and sign-outs,
 * and is the same in every tab: what one tab has sent, no other offers to send again.
 */
export const useDraft = (of: string) => {
  const name = nameOf(of)
  const [stored, store] = useStoredText(name)
  const draft = useMemo(() => readDraft(stored), [stored])
  const change = (to: (draft: Draft) => Omit<Draft, 'key'>) => void changeDraft(of, to)
  return {
    draft,
    /** What is written now. The files stay. */
    write: ({ body, content }: Words) => change(({ attachments }) => ({ body, content, attachments })),
    /** Which files go with it, of those that did until now. The words stay. */
    bring: (files: (now: readonly Attachment[]) => readonly Attachment[]) =>
      change(({ attachments = [], ...words }) => {
        const after = files(attachments)
        return { ...words, ...(after.length > 0 && { attachments: [...after] }) }
      }),
    /** What was sent is no draft any more. What was written meanwhile is another, and stays. */
    clear: (sent: Draft) => store(afterSending(sent, readText(name))),
  }
}

/** A change of a draft, as it was stored before and after. */
type Changed = { readonly before: string | null; readonly after: string | null }

/** Changes a draft in this browser, whether it is on screen or not. */
export const changeDraft = (of: string, to: (draft: Draft) => Omit<Draft, 'key'>): Changed => {
  const before = readText(nameOf(of))
  const { body, content, attachments } = to(readDraft(before))
  const isNothing = body === '' && content === undefined && attachments === undefined
  const after = isNothing ? null : JSON.stringify({ body, content, attachments, key: randomKey() })
  writeText(nameOf(of), after)
  return { before, after }
}

/** Makes a draft what it was before a change, unless someone has gone on with it. */
export const unchangeDraft = (of: string, { before, after }: Changed) => {
  if (readText(nameOf(of)) === after) writeText(nameOf(of), before)
}

const nameOf = (of: string) => `livedesk.draft.${of}`

type Words = Pick<Draft, 'body' | 'content'>
