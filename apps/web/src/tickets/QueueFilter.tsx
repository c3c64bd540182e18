import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTooltip } from '../commands/CommandTooltip.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { lazily } from '../server/lazily.ts'
import { isNarrowed, type QueueAddress } from './queue-address.ts'

const QueueFilterFields = lazily(async () => (await import('./QueueFilterFields.tsx')).QueueFilterFields)

type Props = { readonly address: QueueAddress; readonly onChange: (change: Partial<QueueAddress>) => void }

/** The way to narrow a view, and whether it is narrowed. */
export const QueueFilter = ({ address, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const [opened, setOpened] = useState(false)
  const narrowed = isNarrowed({ ...address, q: '' })
  useCommands({ filter: () => setOpened(true) })

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={308} trapFocus returnFocus>
      <Indicator disabled={!narrowed} size={7} offset={5} color="ink">
        <CommandTooltip command="filter" disabled={opened}>
          <Popover.Target>
            <ActionIcon
              aria-label={t('filter.open')}
              variant={narrowed ? 'light' : 'subtle'}
              color={narrowed ? 'ink' : 'gray'}
              onClick={() => setOpened(!opened)}
            >
              <IconFilter aria-hidden size={17} />
            </ActionIcon>
          </Popover.Target>
        </CommandTooltip>
      </Indicator>
      <Popover.Dropdown aria-label={t('filter.open')}>
        <Suspense>
          <QueueFilterFields address={address} onChange={onChange} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
