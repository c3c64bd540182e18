import type { Ticket, TicketChanges, TicketMessageId, TicketMessageKind } from '@livedesk/events'
import type { PostedTicketMessage } from '@livedesk/resources'
import { Group, SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FilesToSend } from '../attachments/FilesToSend.tsx'
import { useTypedCanned } from './use-typed-canned.ts'
import { useCommands } from '../commands/use-commands.ts'
import type { Waits } from '../server/lasting.ts'
import { Problem } from '../ui/Problem.tsx'
import { isEmptyDraft } from '../ui/draft.ts'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useStored } from '../ui/use-stored.ts'
import { Writing } from '../writing/Writing.tsx'
import type { WritingField } from '../writing/written.ts'
import { ChangesToGo } from './ChangesToGo.tsx'
import classes from './Composer.module.css'
import { ComposerTools } from './ComposerTools.tsx'
import { DraftsApart } from './DraftsApart.tsx'
import { InTheWay } from './InTheWay.tsx'
import { SendAndResolve } from './SendAndResolve.tsx'
import { SendButton } from './SendButton.tsx'
import { UnseenDialog } from './UnseenDialog.tsx'
import { useSentToWrite } from './to-write.ts'
import { useChangesToGo } from './use-changes-to-go.ts'
import { useDraftFiles } from './use-draft-files.tsx'
import { draftName, useKeptDraft } from './use-kept-draft.ts'
import { useOfferTakeBack } from './use-offer-take-back.ts'
import { useSend } from './use-send.ts'
import { useSendGuard } from './use-send-guard.ts'
import { useSayWriting } from './use-say-writing.ts'

type Props = {
  readonly ticket: Ticket
  /** The last message of the conversation that this person has seen. */
  readonly lastSeen: () => Promise<TicketMessageId | undefined>
  readonly onSent: () => void
  /** What to do after the last ticket of a list was resolved. */
  readonly onLast: () => void
}

/** Where replies and notes are written. Each keeps its draft by itself; what could not be sent stays, and says why. */
export const Composer = ({ ticket, lastSeen, onSent, onLast }: Props) => {
  const { t } = useTranslation('composer')
  const { t: ofTicket } = useTranslation('ticket')
  const sentence = useSentence()
  const frame = useRef<HTMLElement>(null)
  const field = useRef<WritingField>(null)
  const [kind, setKind] = useState<TicketMessageKind>('reply')
  const { draft, version, write, bring, clear, isKept, apart, settle } = useKeptDraft(ticket.id, kind)
  const { files, uploading, uploads, drop, remove } = useDraftFiles({
    name: draftName(ticket.id, kind),
    draft,
    bring,
    field,
  })
  const { changes, take, leave, restore } = useChangesToGo(ticket, kind, field)
  const offerTakeBack = useOfferTakeBack(ticket)
  const [turns, setTurns] = useState(0)
  const typed = useTypedCanned(take)
  const sayWriting = useSayWriting(ticket.id)
  const [formats, setFormats] = useStored('livedesk.writing-tools', z.boolean(), false)
  const isEmpty = isEmptyDraft(draft)
  // What is on its way belongs to what is being sent.
  const whyNot = uploading.isBusy ? t('whyNot.uploading') : isEmpty ? t('whyNot.empty') : undefined

  const sent = (posted: PostedTicketMessage | Waits, done: TicketChanges) => {
    clear(draft)
    leave()
    onSent()
    offerTakeBack(posted, kind, done, () => restore(changes))
  }
  const sending = useSend({ ticketId: ticket.id, kind, draft, version, lastSeen, onSent: sent })
  const { error, isLoading } = sending
  const sendAsItIs = (more?: TicketChanges, andThen?: () => void) => {
    const all = { ...changes, ...more }
    void sending.send(Object.keys(all).length > 0 ? all : undefined, andThen)
  }
  const guard = useSendGuard({ body: draft.body, uploading, field })
  const send = (more?: TicketChanges, andThen?: () => void) => guard.whole(() => sendAsItIs(more, andThen))

  const turnTo = (wanted: TicketMessageKind) => {
    sending.reset()
    setKind(wanted)
    setTurns((count) => count + 1)
  }
  // Where replies and notes are written are two fields: the one that is wanted has to be there.
  useEffect(() => {
    if (turns > 0) field.current?.focus('end')
  }, [turns])
  const backToWords = () => {
    sending.dismiss()
    field.current?.focus()
  }
  const discard = () => {
    clear(draft)
    leave()
    backToWords()
  }
  useFocusKept(frame, () => field.current?.focus())
  useSentToWrite(turnTo)
  useCommands({ reply: () => turnTo('reply'), note: () => turnTo('note') })

  return (
    <section
      ref={frame}
      tabIndex={-1}
      data-keeps-focus
      aria-label={t('label')}
      aria-busy={isLoading || undefined}
      className={classes['composer']}
      data-kind={kind}
      data-over={drop.isOver || undefined}
      {...drop.area}
    >
      <UnseenDialog
        unseen={sending.unseen}
        requester={ticket.requester}
        onSendAnyway={() => void sending.sendAnyway()}
        onEdit={backToWords}
        onDiscard={discard}
      />
      <SegmentedControl
        aria-label={t('kind')}
        value={kind}
        onChange={turnTo}
        data={[
          { value: 'reply', label: t('reply') },
          { value: 'note', label: t('note') },
        ]}
      />
      <Writing
        key={kind}
        field={field}
        label={t(kind)}
        placeholder={t(kind === 'reply' ? 'replyTo' : 'noteTo', { name: ticket.requester.name })}
        value={draft}
        onChange={(words) => {
          write(words)
          sayWriting()
        }}
        mentions={kind === 'note'}
        snippets={typed}
        uploads={uploads}
        tools={formats}
        onLeave={() => frame.current?.focus()}
      />
      {apart && <DraftsApart theirs={apart} onSettle={settle} />}
      <FilesToSend files={files} uploading={uploading} onRemove={remove} />
      <ChangesToGo ticket={ticket} changes={changes} onClear={leave} />
      {guard.stopped && <InTheWay {...guard.stopped} />}
      {error && <Problem title={t('notSent')} detail={sentence(error)} onRetry={() => send()} />}
      <Group gap="xs" justify="end" wrap="nowrap">
        <ComposerTools onCanned={take} onFiles={uploading.add} formats={formats} onFormats={setFormats} />
        <span className={classes['kept']}>{!isEmpty && ofTicket(isKept ? 'kept.atDesk' : 'kept.here')}</span>
        <SendAndResolve
          ticket={ticket}
          area={frame}
          whyNot={whyNot}
          loading={isLoading}
          onSend={send}
          onLast={onLast}
        />
        <SendButton kind={kind} area={frame} whyNot={whyNot} loading={isLoading} onSend={() => send()} />
      </Group>
    </section>
  )
}
