import { Button, Pill } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import classes from './ActiveFilters.module.css'
import { isNarrowed, type QueueAddress } from './queue-address.ts'

type Props = { readonly address: QueueAddress; readonly onChange: (change: Partial<QueueAddress>) => void }

/** What narrows the list now, each to be taken away by itself. */
export const ActiveFilters = ({ address, onChange }: Props) => {
  const { t } = useTranslation(['tickets', 'ui'])
  const { person } = useDirectory()
  const { status, priority, assignee, tag } = address

  if (!isNarrowed({ ...address, q: '' })) return null

  const filters = [
    ...status.map((value) => ({
      label: t(`ui:status.${value}`),
      remove: () => onChange({ status: status.filter((other) => other !== value) }),
    })),
    ...priority.map((value) => ({
      label: t(`ui:priority.${value}`),
      remove: () => onChange({ priority: priority.filter((other) => other !== value) }),
    })),
    ...assignee.map((value) => ({
      label: value === 'none' ? t('nobody') : (person(value)?.name ?? `${value}`),
      remove: () => onChange({ assignee: assignee.filter((other) => other !== value) }),
    })),
    ...tag.map((value) => ({ label: value, remove: () => onChange({ tag: tag.filter((other) => other !== value) }) })),
  ]

  return (
    <div role="group" aria-label={t('filter.active')} className={classes['filters']}>
      {filters.map(({ label, remove }) => (
        <Pill
          key={label}
          withRemoveButton
          onRemove={remove}
          removeButtonProps={{ 'aria-label': t('filter.remove', { name: label }), tabIndex: 0, 'aria-hidden': false }}
        >
          {label}
        </Pill>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => onChange({ status: [], priority: [], assignee: [], tag: [] })}
      >
        {t('filter.clear')}
      </Button>
    </div>
  )
}
