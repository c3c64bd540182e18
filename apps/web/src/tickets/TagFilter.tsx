import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTagsQuery } from './tickets-api.ts'

type Props = { readonly chosen: readonly string[]; readonly onChange: (chosen: string[]) => void }

/** Tags that a ticket must have, all of them. */
export const TagFilter = ({ chosen, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const { data: tags } = useTagsQuery()

  return (
    <MultiSelect
      label={t('field.tags')}
      placeholder={chosen.length === 0 ? t('filter.anyTag') : ''}
      searchable
      clearable
      limit={50}
      nothingFoundMessage={t('filter.noTag')}
      data={[...new Set([...(tags?.items ?? []), ...chosen])]}
      value={[...chosen]}
      comboboxProps={{ withinPortal: false }}
      onChange={onChange}
    />
  )
}
