import type { User } from '@livedesk/events'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditPersonForm } from './EditPersonForm.tsx'
import { NewPersonForm } from './NewPersonForm.tsx'

type Props = {
  /** Whom to change, `new` for someone who is not here yet; undefined when nobody is being changed. */
  readonly person: User | 'new' | undefined
  readonly onClose: () => void
}

/** Where an admin adds someone to the desk, or changes them. */
export const PersonDialog = ({ person, onClose }: Props) => {
  const { t } = useTranslation('people')
  const title = person === undefined || person === 'new' ? t('add') : person.name

  return (
    <Modal
      opened={person !== undefined}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      {person === 'new' && <NewPersonForm onDone={onClose} />}
      {person !== undefined && person !== 'new' && <EditPersonForm person={person} onDone={onClose} />}
    </Modal>
  )
}
