import type { User } from '@livedesk/events'
import { Badge, Button, Table, Title, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { useUsersQuery } from './people-api.ts'
import classes from './PeoplePage.module.css'
import { PersonDialog } from './PersonDialog.tsx'

/** Everyone at the desk. Admins add people and change them. */
export const PeoplePage = () => {
  const { t } = useTranslation('people')
  const sentence = useSentence()
  const { me } = useDirectory()
  const { data, error, refetch } = useUsersQuery()
  const [editing, setEditing] = useState<User | 'new'>()
  const people = data?.items.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))

  return (
    <section aria-label={t('title')}>
      <header className={classes['header']}>
        <Title order={2}>{t('title')}</Title>
        {me.role === 'admin' && (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )}
      </header>
      {error && !data && <Problem title={t('failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />}
      {!people && !error && <MessageBones />}
      {people && (
        <Table.ScrollContainer minWidth={300}>
          <Table aria-label={t('title')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th className={classes['wide']}>{t('email')}</Table.Th>
                <Table.Th>{t('role')}</Table.Th>
                <Table.Th className={classes['wide']}>{t('state')}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t('change')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((user) => (
                <Table.Tr key={user.id} data-inactive={!user.active || undefined}>
                  <Table.Td>
                    <span className={classes['person']}>
                      <Avatar name={user.name} seed={`${user.id}`} />
                      <span>
                        {user.name}
                        <span className={classes['narrow']}>{user.active ? user.email : t('inactive')}</span>
                      </span>
                    </span>
                  </Table.Td>
                  <Table.Td className={classes['wide']}>{user.email}</Table.Td>
                  <Table.Td>{t(`roles.${user.role}`)}</Table.Td>
                  <Table.Td className={classes['wide']}>
                    <Badge variant={user.active ? 'outline' : 'light'} color="gray" tt="none" fw={500}>
                      {t(user.active ? 'active' : 'inactive')}
                    </Badge>
                  </Table.Td>
                  <Table.Td ta="end">
                    {me.role === 'admin' && (
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={t('changePerson', { name: user.name })}
                        onClick={() => setEditing(user)}
                      >
                        {t('change')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <PersonDialog person={editing} onClose={() => setEditing(undefined)} />
    </section>
  )
}
