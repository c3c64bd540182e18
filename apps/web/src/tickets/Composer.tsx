import type { Ticket, TicketMessageId, TicketMessageKind } from '@livedesk/events'
import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconLetterCase, IconLock } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AttachButton } from '../attachments/AttachButton.tsx'
import { useTakeBackFileMutation } from '../attachments/attachments-api.ts'
import { FilesToSend } from '../attachments/FilesToSend.tsx'
import { useFileDrop } from '../attachments/use-file-drop.ts'
import { useUploads } from '../attachments/use-uploads.ts'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { Problem } from '../ui/Problem.tsx'
import { isEmptyDraft } from '../ui/draft.ts'
import { useDraft } from '../ui/use-draft.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useStored } from '../ui/use-stored.ts'
import { useSayWriting } from './use-writers.ts'
import { Writing } from '../writing/Writing.tsx'
import type { WritingField } from '../writing/written.ts'
import classes from './Composer.module.css'
import { SendAndResolve } from './SendAndResolve.tsx'
import { UnseenDialog } from './UnseenDialog.tsx'
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
  const sentence = useSentence()
  const [kind, setKind] = useState<TicketMessageKind>('reply')
  const { draft, write, bring, clear } = useDraft(`ticket.${ticket.id}.${kind}`)
  const sayWriting = useSayWriting(ticket.id)
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
  const sent = () => {
    clear(draft)
    onSent()
  }
  const sending = useSend({ ticketId: ticket.id, kind, draft, lastSeen, onSent: sent })
  const { send, error, isLoading } = sending

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
    backToWords()
  }
  useCommands({ reply: () => turnTo('reply'), note: () => turnTo('note') })
  useCommands({ send: cannotSend ? undefined : () => void send() }, frame)

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
      <FilesToSend
        files={files}
        uploading={uploading}
        onRemove={({ id }) => {
          bring((now) => now.filter((file) => file.id !== id))
          void takeBack(id)
        }}
      />
      {error && <Problem title={t('composer.notSent')} detail={sentence(error)} onRetry={() => void send()} />}
      <Group gap="xs" justify="end" wrap="nowrap">
        <AttachButton onFiles={uploading.add} />
        <Tooltip label={t('composer.tools')}>
          <ActionIcon aria-label={t('composer.tools')} aria-pressed={tools} onClick={() => setTools(!tools)}>
            <IconLetterCase aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
        <span className={classes['kept']}>{!isEmpty && t('composer.kept')}</span>
        <SendAndResolve
          ticket={ticket}
          area={frame}
          disabled={cannotSend || isLoading}
          onSend={(changes, andThen) => void send(changes, andThen)}
          onLast={onLast}
        />
        <Button
          color={kind === 'note' ? 'yellow' : 'ink'}
          variant={kind === 'note' ? 'light' : 'filled'}
          leftSection={kind === 'note' ? <IconLock aria-hidden size={15} /> : <IconArrowBackUp aria-hidden size={15} />}
          rightSection={<KeyCaps of="send" quiet />}
          loading={isLoading}
          disabled={cannotSend}
          onClick={() => void send()}
        >
          {t(kind === 'reply' ? 'composer.sendReply' : 'composer.addNote')}
        </Button>
      </Group>
    </section>
  )
}
