import type { TeamId } from '@livedesk/events'
import { Select } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'

type Props = { readonly value: TeamId | null; readonly onChange: (teamId: TeamId | null) => void }

/** Which team a ticket belongs to: found by typing its name. None is a choice, too. */
export const TeamSelect = ({ value, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const { teams } = useDirectory()

  return (
    <Select<TeamId | 'none'>
      aria-label={t('field.team')}
      searchable
      allowDeselect={false}
      checkIconPosition="right"
      nothingFoundMessage={t('filter.noSuchTeam')}
      leftSection={<IconUsersGroup aria-hidden size={16} />}
      data={[{ value: 'none', label: t('noTeam') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
    />
  )
}
