import type { User } from '@livedesk/events'
import { Badge, Button, Table, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { SettingsSection } from '../ui/SettingsSection.tsx'
import { useUsersQuery } from './people-api.ts'
import classes from './PeoplePage.module.css'
import { PersonDialog } from './PersonDialog.tsx'

/** Everyone at the desk. Admins add people and change them. */
export const PeoplePage = () => {
  const { t } = useTranslation('people')
  const { me } = useDirectory()
  const answer = useUsersQuery()
  const [editing, setEditing] = useState<User | 'new'>()

  return (
    <>
      <SettingsSection
        title={t('title')}
        add={me.role === 'admin' ? { label: t('add'), run: () => setEditing('new') } : undefined}
        answer={answer}
        failed={t('failed.list')}
      >
        {({ items }) => (
          <Table.ScrollContainer minWidth={300}>
            <Table aria-label={t('title')} verticalSpacing="xs" className={classes['table']}>
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
                {inOrder(items).map((user) => (
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
      </SettingsSection>
      <PersonDialog person={editing} onClose={() => setEditing(undefined)} />
    </>
  )
}

const inOrder = (people: readonly User[]) =>
  people.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
