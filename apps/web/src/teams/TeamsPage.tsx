import type { Team } from '@livedesk/events'
import { Button, Modal, Title } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { TeamForm } from './TeamForm.tsx'
import { useTeamsQuery } from './teams-api.ts'
import classes from './TeamsPage.module.css'
import { TeamsTable } from './TeamsTable.tsx'

/** The teams of the desk. Admins make and change them. */
export const TeamsPage = () => {
  const { t } = useTranslation('teams')
  const sentence = useSentence()
  const { me } = useDirectory()
  const { data, error, refetch } = useTeamsQuery()
  const [editing, setEditing] = useState<Team | 'new'>()
  const isAdmin = me.role === 'admin'
  const close = () => setEditing(undefined)

  return (
    <section aria-label={t('title')}>
      <header className={classes['header']}>
        <Title order={2}>{t('title')}</Title>
        {isAdmin && (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )}
      </header>
      <p className={classes['why']}>{t('why')}</p>
      {error && !data && <Problem title={t('failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <MessageBones />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconUsersGroup} title={t('empty')}>
          <p>{t(isAdmin ? 'emptyNext' : 'emptyAsk')}</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && <TeamsTable teams={data.items} onEdit={isAdmin ? setEditing : undefined} />}
      <Modal
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t('add') : editing?.name}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        {editing && <TeamForm team={editing === 'new' ? undefined : editing} onDone={close} />}
      </Modal>
    </section>
  )
}
