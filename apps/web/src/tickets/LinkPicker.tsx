import type { Ticket, TicketId, TicketLinkKind } from '@livedesk/events'
import { Button, NativeSelect, Popover } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceList } from '../ui/ChoiceList.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import classes from './LinkPicker.module.css'
import { useAskedWords } from './use-asked-words.ts'
import { useOtherTickets } from './use-other-tickets.ts'

type Props = {
  readonly ticket: Ticket
  readonly onLink: (kind: TicketLinkKind, other: TicketId) => void
  readonly onMerge: (into: TicketId) => void
}

type Way = TicketLinkKind | 'merge'
const ways: readonly Way[] = ['related', 'blocks', 'blocked_by', 'duplicate_of', 'duplicated_by', 'merge']

/** Chooses another ticket, by number or words, and what this one has to do with it: or merges this one into it. */
export const LinkPicker = ({ ticket, onLink, onMerge }: Props) => {
  const { t } = useTranslation(['ticket', 'tickets'])
  const [opened, setOpened] = useState(false)
  const [way, setWay] = useState<Way>('related')
  const [q, setQ] = useState('')
  const { text, write } = useAskedWords(q, setQ, 150)
  const found = useOtherTickets(ticket, q, opened)

  const choose = (id: string) => {
    const other = found.find((one) => `${one.id}` === id)
    if (!other) return
    setOpened(false)
    if (way === 'merge') onMerge(other.id)
    else onLink(way, other.id)
  }
  const isMergedAlready = ticket.merged_into !== null

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconLink aria-hidden size={14} />}
          onClick={() => setOpened(!opened)}
        >
          {t('links.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('links.add')}>
        <div className={classes['way']}>
          <NativeSelect
            aria-label={t('links.how')}
            value={way}
            data={ways
              .filter((one) => one !== 'merge' || !isMergedAlready)
              .map((one) => ({ value: one, label: t(`links.this.${one}`) }))}
            onChange={(event) => setWay(ways.find((one) => one === event.currentTarget.value) ?? 'related')}
          />
          {way === 'merge' && <p className={classes['what']}>{t('links.mergeMeans')}</p>}
        </div>
        <ChoiceList
          label={t('links.which')}
          placeholder={t('tickets:search.placeholder')}
          clearLabel={t('tickets:search.clear')}
          nothing={t('tickets:find.nothing')}
          query={text}
          onQuery={write}
          groups={[
            {
              label: t('links.which'),
              choices: found.map(({ id, title, status, merged_into }) => ({
                id: `${id}`,
                label: `#${id} ${title}`,
                aside: <StatusBadge status={status} />,
                whyNot:
                  way === 'merge' && merged_into !== null ? t('links.mergedItself', { id: merged_into }) : undefined,
              })),
            },
          ]}
          onChoose={choose}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
