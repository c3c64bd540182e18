import { Pill } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = { readonly label: string; readonly onRemove: () => void }

/** One thing that narrows the list, and the way to take it away. */
export const FilterPill = ({ label, onRemove }: Props) => {
  const { t } = useTranslation('tickets')
  return (
    <Pill
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': t('filter.remove', { name: label }), tabIndex: 0, 'aria-hidden': false }}
    >
      {label}
    </Pill>
  )
}
