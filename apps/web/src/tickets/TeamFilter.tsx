import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import type { TeamChoice } from './queue-address.ts'

type Props = { readonly chosen: readonly TeamChoice[]; readonly onChange: (chosen: TeamChoice[]) => void }

/** Which teams' tickets to show; those of no team, too. */
export const TeamFilter = ({ chosen, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const { teams } = useDirectory()

  return (
    <MultiSelect<TeamChoice>
      label={t('field.team')}
      placeholder={chosen.length === 0 ? t('filter.anyTeam') : ''}
      searchable
      clearable
      nothingFoundMessage={t('filter.noSuchTeam')}
      data={[{ value: 'none', label: t('noTeam') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
      value={[...chosen]}
      comboboxProps={{ withinPortal: false }}
      onChange={onChange}
    />
  )
}
