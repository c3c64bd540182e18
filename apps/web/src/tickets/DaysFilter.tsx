import { Days, readDays } from '@livedesk/queue'
import { Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDaysWords } from './use-days-words.ts'

type Props = {
  readonly label: string
  readonly days: Days | undefined
  readonly onChange: (days: Days | undefined) => void
}

const presets = ['last-1d', 'last-7d', 'last-30d', 'last-90d', 'before-3d', 'before-7d', 'before-30d'] as const

/** When something was: days back from today, which move on with it, or between two dates. */
export const DaysFilter = ({ label, days, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const daysWords = useDaysWords()
  const asked = days === undefined ? undefined : readDays(days)
  const [wantsDates, setWantsDates] = useState(false)
  const between = asked?.kind === 'between' ? asked : undefined
  const showsDates = wantsDates || between !== undefined
  const isRelative = days !== undefined && !between
  const relative = isRelative ? [...new Set<Days>([...presets, days])] : presets

  const choose = (chosen: string | null) => {
    setWantsDates(chosen === 'dates')
    if (chosen !== 'dates') onChange(chosen ?? undefined)
  }
  const chooseDay = (end: { readonly first?: string; readonly last?: string }) => {
    const { first = '', last = '' } = { first: between?.first, last: between?.last, ...end }
    onChange(Days.safeParse(`${first}..${last}`).data)
  }

  return (
    <div role="group" aria-label={label}>
      <Select
        label={label}
        placeholder={t('filter.anyTime')}
        clearable
        data={[
          ...relative.map((value) => ({ value, label: daysWords(value) })),
          { value: 'dates', label: t('filter.dates') },
        ]}
        value={showsDates ? 'dates' : (days ?? null)}
        comboboxProps={{ withinPortal: false }}
        onChange={choose}
      />
      {showsDates && (
        <Group gap="xs" mt={6} grow>
          <TextInput
            type="date"
            aria-label={`${label}: ${t('filter.from')}`}
            leftSectionWidth={26}
            max={between?.last}
            value={between?.first ?? ''}
            onChange={(event) => chooseDay({ first: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label={`${label}: ${t('filter.to')}`}
            min={between?.first}
            value={between?.last ?? ''}
            onChange={(event) => chooseDay({ last: event.currentTarget.value })}
          />
        </Group>
      )}
    </div>
  )
}
