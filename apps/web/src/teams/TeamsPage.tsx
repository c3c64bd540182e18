import type { Team } from '@livedesk/events'
import { Modal } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SettingsSection } from '../ui/SettingsSection.tsx'
import { TeamForm } from './TeamForm.tsx'
import { useTeamsQuery } from './teams-api.ts'
import { TeamsTable } from './TeamsTable.tsx'

/** The teams of the desk. Admins make and change them. */
export const TeamsPage = () => {
  const { t } = useTranslation('teams')
  const { me } = useDirectory()
  const answer = useTeamsQuery()
  const [editing, setEditing] = useState<Team | 'new'>()
  const isAdmin = me.role === 'admin'
  const close = () => setEditing(undefined)

  return (
    <>
      <SettingsSection
        title={t('title')}
        why={t('why')}
        add={isAdmin ? { label: t('add'), run: () => setEditing('new') } : undefined}
        answer={answer}
        failed={t('failed.list')}
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title={t('empty')}>
              <p>{t(isAdmin ? 'emptyNext' : 'emptyAsk')}</p>
            </EmptyState>
          ) : (
            <TeamsTable teams={items} onEdit={isAdmin ? setEditing : undefined} />
          )
        }
      </SettingsSection>
      <Modal
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t('add') : editing?.name}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        {editing && <TeamForm team={editing === 'new' ? undefined : editing} onDone={close} />}
      </Modal>
    </>
  )
}
