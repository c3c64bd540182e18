import type { SavedView } from '@livedesk/events'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SavedViewForm } from './SavedViewForm.tsx'

type Props = {
  /** Undefined: a new one. */
  readonly view: SavedView | undefined
  readonly query: string
  readonly onDone: (view?: SavedView) => void
}

/** Where a list is given a name, or another one. */
export const SavedViewDialog = ({ view, query, onDone }: Props) => {
  const { t } = useTranslation('saved')
  return (
    <Modal
      opened
      onClose={() => onDone()}
      title={view?.name ?? t('saveAs')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <SavedViewForm view={view} query={query} onDone={onDone} />
    </Modal>
  )
}
