import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import type { Assignee } from './queue-address.ts'

type Props = { readonly chosen: readonly Assignee[]; readonly onChange: (chosen: Assignee[]) => void }

/** Whose tickets to show; nobody's, too. */
export const AssigneeFilter = ({ chosen, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const { people } = useDirectory()

  return (
    <MultiSelect<Assignee>
      label={t('field.assignee')}
      placeholder={chosen.length === 0 ? t('filter.anyone') : ''}
      searchable
      clearable
      data={[
        { value: 'none', label: t('nobody') },
        ...(chosen.includes('me') ? [{ value: 'me' as const, label: t('filter.whoeverLooks') }] : []),
        ...people.map((user) => ({ value: user.id, label: user.name })),
      ]}
      value={[...chosen]}
      comboboxProps={{ withinPortal: false }}
      onChange={onChange}
    />
  )
}
