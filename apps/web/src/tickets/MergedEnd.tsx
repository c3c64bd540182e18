import type { TicketId, TicketMessageKind } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { type Draft, isEmptyDraft } from '../ui/draft.ts'
import { changeDraft } from '../ui/use-draft.ts'
import { withAbove } from './draft-standing.ts'
import { useDeleteDraftMutation } from './drafts-api.ts'
import classes from './InTheWay.module.css'
import { useGoWrite } from './to-write.ts'
import { draftName, useKeptDraft } from './use-kept-draft.ts'

type Props = { readonly ticketId: TicketId; readonly into: TicketId }

/** Where words were written before the ticket was merged: they are written in the other one now, and what was begun goes along. */
export const MergedEnd = ({ ticketId, into }: Props) => {
  const { t } = useTranslation('composer')
  const goWrite = useGoWrite()
  const [removeFromDesk] = useDeleteDraftMutation()
  const reply = useKeptDraft(ticketId, 'reply')
  const note = useKeptDraft(ticketId, 'note')
  const begun = [
    { kind: 'reply' as const, ...reply },
    { kind: 'note' as const, ...note },
  ].filter(({ draft }) => !isEmptyDraft(draft))

  const goOn = (wanted?: TicketMessageKind) => {
    for (const { kind, draft, version, clear } of begun) {
      changeDraft(draftName(into, kind), (now) => withAbove(now, draft, draft.attachments))
      clear(draft)
      if (version !== undefined) void removeFromDesk({ ticket_id: ticketId, kind, version })
    }
    goWrite(into, wanted ?? begun[0]?.kind ?? 'reply')
  }
  const whyNot = t('merged.whyNot', { id: into })
  const elsewhere = { run: goOn, whyNot }
  useCommands({ reply: elsewhere, note: elsewhere, canned: elsewhere })

  return (
    <section aria-label={t('label')} className={classes['end']}>
      <div className={classes['box']} data-in-line>
        <p className={classes['what']}>{t('merged.goesOn', { id: into })}</p>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowForwardUp aria-hidden size={15} />}
          onClick={() => goOn()}
        >
          {t('merged.goThere', { id: into })}
        </Button>
        {begun.map(({ kind, draft }) => (
          <Begun key={kind} draft={draft} />
        ))}
      </div>
    </section>
  )
}

const Begun = ({ draft: { body, attachments = [] } }: { readonly draft: Draft }) => {
  const { t } = useTranslation('composer')
  return (
    <div className={classes['begun']}>
      {t('merged.kept')}
      <blockquote className={classes['theirs']}>{[body, ...attachments.map(({ name }) => name)].join('\n')}</blockquote>
    </div>
  )
}
