import type { Ticket, TicketChanges, TicketMessageId, TicketMessageKind } from '@livedesk/events'
import { Group, SegmentedControl } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FilesToSend } from '../attachments/FilesToSend.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { Problem } from '../ui/Problem.tsx'
import { isEmptyDraft } from '../ui/draft.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useStored } from '../ui/use-stored.ts'
import { Writing } from '../writing/Writing.tsx'
import type { WritingField } from '../writing/written.ts'
import { ChangesToGo } from './ChangesToGo.tsx'
import classes from './Composer.module.css'
import { ComposerTools } from './ComposerTools.tsx'
import { DraftsApart } from './DraftsApart.tsx'
import { SendAndResolve } from './SendAndResolve.tsx'
import { SendButton } from './SendButton.tsx'
import { UnseenDialog } from './UnseenDialog.tsx'
import { useChangesToGo } from './use-changes-to-go.ts'
import { useDraftFiles } from './use-draft-files.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSend } from './use-send.ts'
import { useSayWriting } from './use-writers.ts'

type Props = {
  readonly ticket: Ticket
  /** The last message of the conversation that this person has seen. */
  readonly lastSeen: () => TicketMessageId | undefined
  readonly onSent: () => void
  /** What to do after the last ticket of a list was resolved. */
  readonly onLast: () => void
}

/** Where replies and notes are written. Each keeps its draft by itself; what could not be sent stays, and says why. */
export const Composer = ({ ticket, lastSeen, onSent, onLast }: Props) => {
  const { t } = useTranslation('tickets')
  const { t: ofTicket } = useTranslation('ticket')
  const sentence = useSentence()
  const frame = useRef<HTMLElement>(null)
  const field = useRef<WritingField>(null)
  const [kind, setKind] = useState<TicketMessageKind>('reply')
  const { draft, version, write, bring, clear, isKept, apart, settle } = useKeptDraft(ticket.id, kind)
  const { files, uploading, drop, remove } = useDraftFiles({ draft, bring })
  const { changes, take, leave } = useChangesToGo(ticket, kind, field)
  const sayWriting = useSayWriting(ticket.id)
  const [formats, setFormats] = useStored('livedesk.writing-tools', z.boolean(), false)
  const isEmpty = isEmptyDraft(draft)
  // What is on its way belongs to what is being sent.
  const cannotSend = isEmpty || uploading.isBusy

  const sent = () => {
    clear(draft)
    leave()
    onSent()
  }
  const sending = useSend({ ticketId: ticket.id, kind, draft, version, lastSeen, onSent: sent })
  const { error, isLoading } = sending
  const send = (more?: TicketChanges, andThen?: () => void) => {
    const all = { ...changes, ...more }
    void sending.send(Object.keys(all).length > 0 ? all : undefined, andThen)
  }

  const turnTo = (wanted: TicketMessageKind) => {
    sending.reset()
    setKind(wanted)
    field.current?.focus()
  }
  const backToWords = () => {
    sending.dismiss()
    field.current?.focus()
  }
  const discard = () => {
    clear(draft)
    leave()
    backToWords()
  }
  useCommands({ reply: () => turnTo('reply'), note: () => turnTo('note') })

  return (
    <section
      ref={frame}
      aria-label={t('composer.label')}
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
        aria-label={t('composer.kind')}
        value={kind}
        onChange={turnTo}
        data={[
          { value: 'reply', label: t('composer.reply') },
          { value: 'note', label: t('composer.note') },
        ]}
      />
      <Writing
        key={kind}
        field={field}
        label={t(`composer.${kind}`)}
        placeholder={t(kind === 'reply' ? 'composer.replyTo' : 'composer.noteTo', { name: ticket.requester.name })}
        value={draft}
        onChange={(words) => {
          write(words)
          sayWriting()
        }}
        mentions={kind === 'note'}
        tools={formats}
      />
      {apart && <DraftsApart theirs={apart} onSettle={settle} />}
      <FilesToSend files={files} uploading={uploading} onRemove={remove} />
      <ChangesToGo ticket={ticket} changes={changes} onClear={leave} />
      {error && <Problem title={t('composer.notSent')} detail={sentence(error)} onRetry={() => send()} />}
      <Group gap="xs" justify="end" wrap="nowrap">
        <ComposerTools onCanned={take} onFiles={uploading.add} formats={formats} onFormats={setFormats} />
        <span className={classes['kept']}>{!isEmpty && ofTicket(isKept ? 'kept.atDesk' : 'kept.here')}</span>
        <SendAndResolve ticket={ticket} area={frame} disabled={cannotSend || isLoading} onSend={send} onLast={onLast} />
        <SendButton kind={kind} area={frame} disabled={cannotSend} loading={isLoading} onSend={() => send()} />
      </Group>
    </section>
  )
}
