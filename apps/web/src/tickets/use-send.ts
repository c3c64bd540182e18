import {
  type TicketChanges,
  type TicketId,
  type TicketMessage,
  TicketMessageId,
  type TicketMessageKind,
} from '@livedesk/events'
import type { PostedTicketMessage } from '@livedesk/resources'
import { useRef, useState } from 'react'
import type { Waits } from '../server/lasting.ts'
import { type Draft, isEmptyDraft } from '../ui/draft.ts'
import { problemOf } from '../ui/problem-code.ts'
import { useUnderWay } from '../ui/undo.ts'
import { type TicketWords, usePostTicketMessageMutation } from './tickets-api.ts'

type Sending = {
  readonly ticketId: TicketId
  readonly kind: TicketMessageKind
  readonly draft: Draft
  /** Which draft of the desk's it is. */
  readonly version: number | undefined
  /** The last message that this person has seen. */
  readonly lastSeen: () => Promise<TicketMessageId | undefined>
  readonly onSent: (posted: PostedTicketMessage | Waits, changes: TicketChanges) => void
}

type Attempt = { readonly words: TicketWords; readonly andThen: (() => void) | undefined }

/** Words that were not sent, because others have said meanwhile what their author has not seen. */
type Held = Attempt & { readonly unseen: readonly TicketMessage[] }

/**
 * Sends what is written, perhaps with changes of the ticket in the same act. If someone else has said something that its
 * author has not seen, nothing is sent, and `unseen` is what is new.
 */
export const useSend = ({ ticketId, kind, draft, version, lastSeen, onSent }: Sending) => {
  const [post, { error, isLoading, reset }] = usePostTicketMessageMutation()
  const [held, setHeld] = useState<Held>()
  const underWay = useUnderWay()
  const told = useRef<TicketMessageId>(undefined)
  const unanswered = useRef<TicketWords>(undefined)

  const attempt = async ({ words, andThen }: Attempt) => {
    if (isLoading || isEmptyDraft(words)) return
    const { data, error } = await post(words)
    const unseen = problemOf(error)?.unseen
    told.current = unseen?.at(-1)?.id ?? told.current
    unanswered.current = data || unseen ? undefined : words
    setHeld(unseen && { words, andThen, unseen })
    if (!data) return
    onSent(data, words.changes ?? {})
    andThen?.()
  }
  // Who could not see the conversation has seen none of it.
  const seen = async () => latest(await lastSeen(), told.current) ?? nothing

  const send = async (changes?: TicketChanges, andThen?: () => void) => {
    // A note of its own holds nobody up: colleagues talk in them.
    const isGuarded = kind === 'reply' || changes !== undefined
    const seen_message_id = isGuarded ? await seen() : undefined
    const words = { id: ticketId, kind, ...draft, changes, seen_message_id, draft_version: version }
    // Whether the first try was heard is not known: the same words are the same request, whatever was seen since.
    const before = unanswered.current
    return attempt({ words: before && isSame(before, words) ? before : words, andThen })
  }
  const sendAnyway = async () => held && attempt({ ...held, words: { ...held.words, seen_message_id: await seen() } })

  return {
    send: (changes?: TicketChanges, andThen?: () => void) => underWay(send(changes, andThen)),
    unseen: held?.unseen ?? [],
    /** Sends what was held back: what is new has been seen now. */
    sendAnyway: () => underWay(sendAnyway()),
    dismiss: () => setHeld(undefined),
    isLoading,
    error: held ? undefined : error,
    reset,
  }
}
const nothing = TicketMessageId.parse(1)

const latest = (one: TicketMessageId | undefined, other: TicketMessageId | undefined) =>
  one !== undefined && other !== undefined ? (one > other ? one : other) : (one ?? other)

const isSame = (one: TicketWords, other: TicketWords) =>
  one.key === other.key && JSON.stringify(one.changes) === JSON.stringify(other.changes)
