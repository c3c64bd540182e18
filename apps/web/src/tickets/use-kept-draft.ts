import type { TicketId, TicketMessageKind } from '@livedesk/events'
import { useEffect, useEffectEvent, useState } from 'react'
import { useDraft } from '../ui/use-draft.ts'
import { useStored } from '../ui/use-stored.ts'
import { joined, KeptDraft, nothingKept, standingOf, wordsOf } from './draft-standing.ts'
import { draftIn, useDeleteDraftMutation, useDraftsQuery, usePutDraftMutation } from './drafts-api.ts'

/** How long words may be in this browser alone, in milliseconds; longer after each time that the desk did not take them. */
const patience = 2_000
const longestPatience = 60_000

/** Under which name a draft is in this browser. */
export const draftName = (ticketId: TicketId, kind: TicketMessageKind) => `ticket.${ticketId}.${kind}`

/**
 * A draft that is kept in this browser at once and at the desk soon after, and follows what the same person makes of it on
 * other machines while nothing is written here. What was written in both places stays in both until they have decided.
 */
export const useKeptDraft = (ticket_id: TicketId, kind: TicketMessageKind) => {
  const name = draftName(ticket_id, kind)
  const { draft, write, bring, clear } = useDraft(name)
  const [kept, setKept] = useStored(`livedesk.draft-kept.${name}`, KeptDraft, nothingKept)
  const { data } = useDraftsQuery()
  const [put] = usePutDraftMutation()
  const [remove] = useDeleteDraftMutation()
  const [tries, setTries] = useState({ count: 0, failed: 0 })
  const theirs = data && draftIn(data.items, { ticket_id, kind })
  const standing = data && standingOf(draft, kept, theirs)

  const save = useEffectEvent(async () => {
    const words = wordsOf(draft)
    const { version } = kept
    setKept({ ...kept, sent: words })
    // What came of it is heard.
    const { error } =
      words.body.trim() !== ''
        ? await put({ ticket_id, kind, ...words, version })
        : version === null
          ? { error: undefined }
          : await remove({ ticket_id, kind, version })
    setTries(({ count, failed }) => ({ count: count + 1, failed: error ? failed + 1 : 0 }))
  })
  const isAhead = standing?.kind === 'ahead'
  useEffect(() => {
    if (!isAhead) return undefined
    const timer = setTimeout(() => void save(), Math.min(patience * 2 ** tries.failed, longestPatience))
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Each try begins a new wait.
  }, [isAhead, tries, kept.version])

  const catchUp = useEffectEvent(() => {
    if (standing?.kind !== 'behind') return
    setKept(standing.kept)
    if (standing.words !== draft) write(standing.words)
  })
  const newest = theirs?.version ?? 0
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- What another machine kept, or its end, is news.
  useEffect(() => catchUp(), [standing?.kind, newest])

  /** Says what is to become of two drafts that are apart. */
  const settle = (choice: 'mine' | 'theirs' | 'both') => {
    if (standing?.kind !== 'apart') return
    const words = wordsOf(standing.theirs)
    setKept({ version: standing.theirs.version, words })
    if (choice === 'theirs') write(words)
    if (choice === 'both') write(joined(draft, words))
  }

  return {
    draft,
    /** Which draft of the desk's these words are: it ends when they are sent. */
    version: kept.version ?? undefined,
    write,
    bring,
    clear,
    isKept: standing?.kind === 'kept',
    apart: standing?.kind === 'apart' ? standing.theirs : undefined,
    settle,
  }
}
