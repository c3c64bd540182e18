import { useMemo } from 'react'
import { afterSending, type Draft, readDraft } from './draft.ts'
import { randomKey } from './random-key.ts'
import { readText, useStoredText } from './stored-text.ts'

/**
 * A draft kept in this browser letter by letter, under the name of what it is for. It survives reloads and sign-outs,
 * and is the same in every tab: what one tab has sent, no other offers to send again.
 */
export const useDraft = (of: string) => {
  const name = `livedesk.draft.${of}`
  const [stored, store] = useStoredText(name)
  const draft = useMemo(() => readDraft(stored), [stored])
  return {
    draft,
    write: (said: Omit<Draft, 'key'>) => store(isNothing(said) ? null : JSON.stringify({ ...said, key: randomKey() })),
    /** What was sent is no draft any more. What was written meanwhile is another, and stays. */
    clear: (sent: Draft) => store(afterSending(sent, readText(name))),
  }
}

const isNothing = ({ body, content }: Omit<Draft, 'key'>) => body === '' && content === undefined
