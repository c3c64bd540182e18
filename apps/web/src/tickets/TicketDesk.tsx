import type { Ticket } from '@livedesk/events'
import { ActionIcon, Tabs } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { Contained } from '../ui/Contained.tsx'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { useIsWide } from '../ui/use-is-wide.ts'
import { Activity } from './Activity.tsx'
import { Conversation } from './Conversation.tsx'
import { EditTroubleBar } from './EditTroubleBar.tsx'
import { FieldNote } from './FieldNote.tsx'
import { MergedBar } from './MergedBar.tsx'
import { Neighbours } from './Neighbours.tsx'
import { SnoozedBar } from './SnoozedBar.tsx'
import { SnoozeButton } from './SnoozeButton.tsx'
import { TicketDetails } from './TicketDetails.tsx'
import classes from './TicketDesk.module.css'
import { TicketTitle } from './TicketTitle.tsx'
import { useEditTicket } from './use-edit-ticket.ts'
import { useFieldNotes } from './use-field-notes.ts'
import { useTicketCommands } from './use-ticket-commands.tsx'
import { Viewers } from './Viewers.tsx'

type Props = { readonly ticket: Ticket; readonly onClose: () => void; readonly chat: ReactNode }

// Under this there is room for one column: the conversation becomes a tab beside the others.
const twoColumns = 700

/** A ticket at work: its conversation, its fields and its chat. */
export const TicketDesk = ({ ticket, onClose, chat }: Props) => {
  const { t } = useTranslation('tickets')
  const [frame, wide] = useIsWide<HTMLElement>(twoColumns)
  const [chosen, setChosen] = useState('conversation')
  const article = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const snoozeButton = useRef<HTMLButtonElement>(null)
  const { edit, act, watch, snooze, links, trouble, insist, giveIn } = useEditTicket(ticket)
  const picker = useTicketCommands({
    tickets: [ticket],
    count: 1,
    area: article,
    anchor: (picked) => (picked === 'snoozed_until' ? snoozeButton.current : heading.current),
    onAct: (_, changes) => act(changes),
  })
  const noted = useFieldNotes(ticket)
  const tab = wide && chosen === 'conversation' ? 'details' : chosen
  useCommands({ back: onClose }, article)

  // Whoever opens a ticket goes on from its title.
  useEffect(() => heading.current?.focus(), [])
  useFocusKept(article, () => heading.current?.focus())

  return (
    <article
      ref={useMergedRef(frame, article)}
      data-keeps-focus
      aria-label={t('ticket', { id: ticket.id })}
      className={classes['desk']}
    >
      <title>{`#${ticket.id} ${ticket.title} · Livedesk`}</title>
      <header className={classes['header']}>
        <ActionIcon className={classes['back']} aria-label={t('back')} onClick={onClose}>
          <IconArrowLeft aria-hidden size={18} />
        </ActionIcon>
        <TicketTitle ticket={ticket} headingRef={heading} onRename={(title) => edit({ title })} />
        <Viewers ticketId={ticket.id} />
        <Neighbours ticketId={ticket.id} />
        <SnoozeButton ref={snoozeButton} ticket={ticket} />
        <CommandTooltip command="back" label={t('close')}>
          <ActionIcon className={classes['close']} aria-label={t('close')} onClick={onClose}>
            <IconX aria-hidden size={18} />
          </ActionIcon>
        </CommandTooltip>
      </header>
      {picker}
      <MergedBar ticket={ticket} onUnmerge={() => links.unmerge(ticket.id)} />
      <SnoozedBar ticket={ticket} onWake={() => snooze(null)} />
      <FieldNote field="title" ticket={ticket} noted={noted} onEdit={edit} />
      <EditTroubleBar trouble={trouble} onInsist={insist} onGiveIn={giveIn} />
      <div className={classes['columns']}>
        {wide && <Conversation ticket={ticket} onClose={onClose} />}
        <Tabs
          value={tab}
          onChange={(value) => setChosen(value ?? 'details')}
          className={classes['side']}
          keepMounted={false}
        >
          <Tabs.List aria-label={t('parts')}>
            {!wide && <Tabs.Tab value="conversation">{t('conversation')}</Tabs.Tab>}
            <Tabs.Tab value="details">{t('details')}</Tabs.Tab>
            <Tabs.Tab value="chat">{t('chat')}</Tabs.Tab>
            <Tabs.Tab value="activity">{t('activity')}</Tabs.Tab>
          </Tabs.List>
          {!wide && (
            <Tabs.Panel value="conversation">
              <Conversation ticket={ticket} onClose={onClose} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="details" keepMounted className={classes['scroll']}>
            <Contained>
              <TicketDetails ticket={ticket} noted={noted} links={links} onEdit={edit} onWatch={watch} />
            </Contained>
          </Tabs.Panel>
          <Tabs.Panel value="chat">
            <Contained>{chat}</Contained>
          </Tabs.Panel>
          <Tabs.Panel value="activity" className={classes['scroll']}>
            <Contained>
              <Activity ticketId={ticket.id} />
            </Contained>
          </Tabs.Panel>
        </Tabs>
      </div>
    </article>
  )
}
