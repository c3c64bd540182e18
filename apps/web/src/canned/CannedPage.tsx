import type { CannedReply } from '@livedesk/events'
import { Modal } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SettingsSection } from '../ui/SettingsSection.tsx'
import { useCannedRepliesQuery } from './canned-api.ts'
import { CannedForm } from './CannedForm.tsx'
import { CannedRows } from './CannedRows.tsx'

type Props = {
  /** The keys that put one in. */
  readonly keys: ReactNode
}

/** What is said and done often: the desk's canned replies and macros, and one's own. */
export const CannedPage = ({ keys }: Props) => {
  const { t } = useTranslation('canned')
  const answer = useCannedRepliesQuery()
  const [editing, setEditing] = useState<CannedReply | 'new'>()
  const close = () => setEditing(undefined)

  return (
    <>
      <SettingsSection
        title={t('title')}
        why={
          <>
            {t('why')} {keys}
          </>
        }
        add={{ label: t('add'), run: () => setEditing('new') }}
        answer={answer}
        failed={t('failed.list')}
      >
        {({ items }) => (
          <>
            {items.length === 0 && (
              <EmptyState icon={IconBolt} title={t('empty')}>
                <p>{t('emptyNext')}</p>
              </EmptyState>
            )}
            <CannedRows label={t('own')} rows={items.filter(isOwn)} onEdit={setEditing} />
            <CannedRows label={t('shared')} rows={items.filter((one) => !isOwn(one))} onEdit={setEditing} />
          </>
        )}
      </SettingsSection>
      <Modal
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t('add') : editing?.name}
        size="lg"
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        {editing && <CannedForm canned={editing === 'new' ? undefined : editing} onDone={close} />}
      </Modal>
    </>
  )
}

const isOwn = ({ owner_id }: CannedReply) => owner_id !== null
