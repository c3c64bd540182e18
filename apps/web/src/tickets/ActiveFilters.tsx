import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import classes from './ActiveFilters.module.css'
import { FilterPill } from './FilterPill.tsx'
import { type Assignee, isNarrowed, noFilters, type QueueAddress } from './queue-address.ts'
import { RequesterName } from './RequesterName.tsx'
import { useDaysWords } from './use-days-words.ts'

type Props = {
  readonly address: QueueAddress
  readonly onChange: (change: Partial<QueueAddress>) => void
  /** What else can be done about them. */
  readonly children?: ReactNode
}

/** What narrows the list now, each to be taken away by itself. */
export const ActiveFilters = ({ address, onChange, children }: Props) => {
  const { t } = useTranslation(['tickets', 'ui'])
  const { person, team } = useDirectory()
  const daysWords = useDaysWords()
  const { status, priority, assignee, requester, tag, created, updated } = address

  if (!isNarrowed({ ...address, q: '' })) return null

  const assigneeName = (value: Assignee) => {
    if (value === 'none') return t('nobody')
    return value === 'me' ? t('filter.whoeverLooks') : (person(value)?.name ?? `${value}`)
  }
  const filters = [
    ...status.map((value) => ({
      key: value,
      label: t(`ui:status.${value}`),
      remove: () => onChange({ status: status.filter((other) => other !== value) }),
    })),
    ...priority.map((value) => ({
      key: value,
      label: t(`ui:priority.${value}`),
      remove: () => onChange({ priority: priority.filter((other) => other !== value) }),
    })),
    ...assignee.map((value) => ({
      key: `assignee ${value}`,
      label: assigneeName(value),
      remove: () => onChange({ assignee: assignee.filter((other) => other !== value) }),
    })),
    ...address.team.map((value) => ({
      key: `team ${value}`,
      label: value === 'none' ? t('noTeam') : (team(value)?.name ?? `${value}`),
      remove: () => onChange({ team: address.team.filter((other) => other !== value) }),
    })),
    ...tag.map((value) => ({
      key: `tag ${value}`,
      label: value,
      remove: () => onChange({ tag: tag.filter((other) => other !== value) }),
    })),
  ]

  return (
    <div role="group" aria-label={t('filter.active')} className={classes['filters']}>
      {filters.map(({ key, label, remove }) => (
        <FilterPill key={key} label={label} onRemove={remove} />
      ))}
      {requester.map((id) => (
        <RequesterName key={id} id={id}>
          {(name) => (
            <FilterPill
              label={name}
              onRemove={() => onChange({ requester: requester.filter((other) => other !== id) })}
            />
          )}
        </RequesterName>
      ))}
      {created && (
        <FilterPill
          label={t('filter.created', { days: daysWords(created) })}
          onRemove={() => onChange({ created: undefined })}
        />
      )}
      {updated && (
        <FilterPill
          label={t('filter.updated', { days: daysWords(updated) })}
          onRemove={() => onChange({ updated: undefined })}
        />
      )}
      <Button variant="subtle" size="compact-xs" onClick={() => onChange(noFilters)}>
        {t('filter.clear')}
      </Button>
      {children}
    </div>
  )
}
