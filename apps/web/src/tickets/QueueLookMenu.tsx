import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { IconColumns3, IconLineHeight } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '../server/lazily.ts'
import type { QueueLook } from './queue-layout.ts'

const QueueLookFields = lazily(async () => (await import('./QueueLookFields.tsx')).QueueLookFields)

type Props = {
  readonly look: QueueLook
  /** Cards have no columns to choose. */
  readonly isTable: boolean
  readonly onChange: (look: QueueLook) => void
}

/** Where a person says what rows show, and how close they stand. */
export const QueueLookMenu = ({ look, isTable, onChange }: Props) => {
  const { t } = useTranslation(['tickets', 'rows'])
  const [opened, setOpened] = useState(false)
  const label = t(isTable ? 'rows:columns' : 'rows:density')
  const Icon = isTable ? IconColumns3 : IconLineHeight
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={276} trapFocus returnFocus>
      <Tooltip label={label} disabled={opened}>
        <Popover.Target>
          <ActionIcon aria-label={label} onClick={() => setOpened(!opened)}>
            <Icon aria-hidden size={17} />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown aria-label={label}>
        <Suspense>
          <QueueLookFields look={look} isTable={isTable} onChange={onChange} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
