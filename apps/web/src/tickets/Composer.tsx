import type { Ticket, TicketMessageKind } from '@livedesk/events'
import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconLetterCase, IconLock } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { Problem } from '../ui/Problem.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { useStored } from '../ui/use-stored.ts'
import { Writing } from '../writing/Writing.tsx'
import type { WritingField } from '../writing/written.ts'
import classes from './Composer.module.css'
import { usePostTicketMessageMutation } from './tickets-api.ts'

type Props = { readonly ticket: Ticket; readonly onSent: () => void }

/** Where replies and notes are written. Each keeps its draft by itself; what could not be sent stays, and says why. */
export const Composer = ({ ticket, onSent }: Props) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const [kind, setKind] = useState<TicketMessageKind>('reply')
  const { draft, write, clear } = useDraft(`ticket.${ticket.id}.${kind}`)
  const [post, { error, isLoading, reset }] = usePostTicketMessageMutation()
  const frame = useRef<HTMLElement>(null)
  const field = useRef<WritingField>(null)
  const [tools, setTools] = useStored('livedesk.writing-tools', z.boolean(), false)
  const isEmpty = draft.body.trim() === ''

  const turnTo = (wanted: TicketMessageKind) => {
    reset()
    setKind(wanted)
    field.current?.focus()
  }
  const send = async () => {
    if (isEmpty || isLoading) return
    const { data } = await post({ id: ticket.id, kind, ...draft })
    if (!data) return
    clear(draft)
    onSent()
  }
  useCommands({ reply: () => turnTo('reply'), note: () => turnTo('note') })
  useCommands({ send: () => void send() }, frame)

  return (
    <section ref={frame} aria-label={t('composer.label')} className={classes['composer']} data-kind={kind}>
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
        onChange={write}
        mentions={kind === 'note'}
        tools={tools}
      />
      {error && <Problem title={t('composer.notSent')} detail={sentence(error)} onRetry={() => void send()} />}
      <Group gap="xs" justify="end" wrap="nowrap">
        <Tooltip label={t('composer.tools')}>
          <ActionIcon aria-label={t('composer.tools')} aria-pressed={tools} onClick={() => setTools(!tools)}>
            <IconLetterCase aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
        <span className={classes['kept']}>{!isEmpty && t('composer.kept')}</span>
        <Button
          color={kind === 'note' ? 'yellow' : 'ink'}
          variant={kind === 'note' ? 'light' : 'filled'}
          leftSection={kind === 'note' ? <IconLock aria-hidden size={15} /> : <IconArrowBackUp aria-hidden size={15} />}
          rightSection={<KeyCaps of="send" quiet />}
          loading={isLoading}
          disabled={isEmpty}
          onClick={() => void send()}
        >
          {t(kind === 'reply' ? 'composer.sendReply' : 'composer.addNote')}
        </Button>
      </Group>
    </section>
  )
}
