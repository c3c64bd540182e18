import type { Team } from '@livedesk/events'
import { Button, Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import classes from './TeamsPage.module.css'

type Props = {
  readonly teams: readonly Team[]
  /** Undefined for whoever may not change them. */
  readonly onEdit: ((team: Team) => void) | undefined
}

/** Each team and who is in it. */
export const TeamsTable = ({ teams, onEdit }: Props) => {
  const { t } = useTranslation('teams')
  const { people } = useDirectory()

  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={t('title')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('members')}</Table.Th>
            {onEdit && (
              <Table.Th>
                <VisuallyHidden>{t('change')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {teams.map((team) => {
            const members = people.filter(({ id }) => team.member_ids.includes(id))
            return (
              <Table.Tr key={team.id}>
                <Table.Td className={classes['name']}>{team.name}</Table.Td>
                <Table.Td>
                  <div className={classes['members']}>
                    {members.length === 0 && <span className={classes['nobody']}>{t('noMembers')}</span>}
                    {members.map(({ id, name }) => (
                      <span key={id}>
                        <Avatar name={name} seed={`${id}`} size="small" />
                        {name}
                      </span>
                    ))}
                  </div>
                </Table.Td>
                {onEdit && (
                  <Table.Td ta="end">
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={t('changeTeam', { name: team.name })}
                      onClick={() => onEdit(team)}
                    >
                      {t('change')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
