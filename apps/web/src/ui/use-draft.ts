import { useMemo } from 'react'
import { type Draft, readDraft } from './draft.ts'
import { randomKey } from './random-key.ts'
import { useStoredText } from './stored-text.ts'

/**
 * A draft kept in this browser letter by letter, under the name of what it is for. It survives reloads and sign-outs,
 * and is the same in every tab: what one tab has sent, no other offers to send again.
 */
export const useDraft = (of: string) => {
  const [stored, store] = useStoredText(`livedesk.draft.${of}`)
  const draft = useMemo(() => readDraft(stored), [stored])
  return {
    draft,
    write: (said: Omit<Draft, 'key'>) => store(isNothing(said) ? null : JSON.stringify({ ...said, key: randomKey() })),
    clear: () => store(null),
  }
}

const isNothing = ({ body, content, attachments = [] }: Omit<Draft, 'key'>) =>
  body === '' && content === undefined && attachments.length === 0
