import {
  type CannedReply,
  type Ticket,
  TicketChanges,
  type TicketMessageId,
  type TicketMessageKind,
} from '@livedesk/events'
import { fillPlaceholders } from '@livedesk/resources'
import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconLetterCase, IconLock } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AttachButton } from '../attachments/AttachButton.tsx'
import { useTakeBackFileMutation } from '../attachments/attachments-api.ts'
import { FilesToSend } from '../attachments/FilesToSend.tsx'
import { useFileDrop } from '../attachments/use-file-drop.ts'
import { useUploads } from '../attachments/use-uploads.ts'
import { CannedPicker } from '../canned/CannedPicker.tsx'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { Problem } from '../ui/Problem.tsx'
import { useDirectory } from '../ui/directory.ts'
import { isEmptyDraft } from '../ui/draft.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useStored } from '../ui/use-stored.ts'
import { useSayWriting } from './use-writers.ts'
import { Writing } from '../writing/Writing.tsx'
import type { WritingField } from '../writing/written.ts'
import { ChangesToGo } from './ChangesToGo.tsx'
import classes from './Composer.module.css'
import type { Edit } from './merge-edit.ts'
import { SendAndResolve } from './SendAndResolve.tsx'
import { DraftsApart } from './DraftsApart.tsx'
import { UnseenDialog } from './UnseenDialog.tsx'
import { editOf } from './ticket-forecasts.ts'
import { useChangeTickets } from './use-change-tickets.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSend } from './use-send.ts'

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
  const [kind, setKind] = useState<TicketMessageKind>('reply')
  const { draft, version, write, bring, clear, isKept, apart, settle } = useKeptDraft(ticket.id, kind)
  const sayWriting = useSayWriting(ticket.id)
  const { me } = useDirectory()
  const [changes, setChanges] = useStored(
    `livedesk.draft-changes.ticket.${ticket.id}.${kind}`,
    TicketChanges,
    noChanges,
  )
  const [picksCanned, setPicksCanned] = useState(false)
  const { change, refusal } = useChangeTickets()
  const files = draft.attachments ?? []
  const uploading = useUploads({ count: files.length, onDone: (file) => bring((now) => [...now, file]) })
  const drop = useFileDrop(uploading.add)
  const [takeBack] = useTakeBackFileMutation()
  const frame = useRef<HTMLElement>(null)
  const field = useRef<WritingField>(null)
  const [tools, setTools] = useStored('livedesk.writing-tools', z.boolean(), false)
  const isEmpty = isEmptyDraft(draft)
  // What is on its way belongs to what is being sent.
  const cannotSend = isEmpty || uploading.isBusy
  const leaveChanges = () => Object.keys(changes).length > 0 && setChanges(noChanges)
  const sent = () => {
    clear(draft)
    leaveChanges()
    onSent()
  }
  const sending = useSend({ ticketId: ticket.id, kind, draft, version, lastSeen, onSent: sent })
  const { error, isLoading } = sending
  const send = (more: TicketChanges = noChanges, andThen?: () => void) => {
    const all = { ...changes, ...more }
    void sending.send(Object.keys(all).length > 0 ? all : undefined, andThen)
  }
  const changeNow = async (edit: Edit) => {
    const refusals = (await change([{ seen: ticket, edit }])).flatMap((answer) => refusal(answer) ?? [])
    if (refusals.length > 0) notifications.show({ color: 'red', title: t('failed.save'), message: refusals.join(' ') })
  }
  const takeCanned = (canned: CannedReply) => {
    // What says nothing is done at once, and can be undone.
    if (canned.body === '') return void changeNow(editOf(ticket, canned.changes, me.id))
    field.current?.insert(fillPlaceholders(canned.body, { ticket, agent: me }))
    setChanges({ ...changes, ...canned.changes })
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
    leaveChanges()
    backToWords()
  }
  useCommands({ reply: () => turnTo('reply'), note: () => turnTo('note'), canned: () => setPicksCanned(true) })
  useCommands({ send: cannotSend ? undefined : () => send() }, frame)

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
        tools={tools}
      />
      {apart && <DraftsApart theirs={apart} onSettle={settle} />}
      <FilesToSend
        files={files}
        uploading={uploading}
        onRemove={({ id }) => {
          bring((now) => now.filter((file) => file.id !== id))
          void takeBack(id)
        }}
      />
      <ChangesToGo ticket={ticket} changes={changes} onClear={() => setChanges(noChanges)} />
      {error && <Problem title={t('composer.notSent')} detail={sentence(error)} onRetry={() => send()} />}
      <Group gap="xs" justify="end" wrap="nowrap">
        <CannedPicker opened={picksCanned} onOpen={setPicksCanned} onChoose={takeCanned} />
        <AttachButton onFiles={uploading.add} />
        <Tooltip label={t('composer.tools')}>
          <ActionIcon aria-label={t('composer.tools')} aria-pressed={tools} onClick={() => setTools(!tools)}>
            <IconLetterCase aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
        <span className={classes['kept']}>{!isEmpty && ofTicket(isKept ? 'kept.atDesk' : 'kept.here')}</span>
        <SendAndResolve ticket={ticket} area={frame} disabled={cannotSend || isLoading} onSend={send} onLast={onLast} />
        <Button
          color={kind === 'note' ? 'yellow' : 'ink'}
          variant={kind === 'note' ? 'light' : 'filled'}
          leftSection={kind === 'note' ? <IconLock aria-hidden size={15} /> : <IconArrowBackUp aria-hidden size={15} />}
          rightSection={
            <span className={classes['caps']}>
              <KeyCaps of="send" quiet />
            </span>
          }
          loading={isLoading}
          disabled={cannotSend}
          onClick={() => send()}
        >
          {t(kind === 'reply' ? 'composer.sendReply' : 'composer.addNote')}
        </Button>
      </Group>
    </section>
  )
}

const noChanges: TicketChanges = {}
