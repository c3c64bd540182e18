import type { UserId } from '@livedesk/events'
import { Group, Select } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'

type Choice = UserId | 'none'

type Props = {
  readonly value: UserId | null
  readonly onChange: (userId: UserId | null) => void
  readonly label?: string
}

/** Who has a ticket: found by typing a name. Nobody is a choice, too. */
export const AssigneeSelect = ({ value, onChange, label }: Props) => {
  const { t } = useTranslation('tickets')
  const { people } = useDirectory()
  const options = people.filter((user) => user.active || user.id === value)

  const picture = (assignee: Choice) => {
    const user = people.find((other) => other.id === assignee)
    return user ? <Avatar name={user.name} seed={`${user.id}`} size="small" /> : <IconUserOff aria-hidden size={16} />
  }

  return (
    <Select<Choice>
      label={label}
      aria-label={label ? undefined : t('field.assignee')}
      searchable
      allowDeselect={false}
      checkIconPosition="right"
      nothingFoundMessage={t('assign.noOne')}
      leftSection={picture(value ?? 'none')}
      data={[{ value: 'none', label: t('nobody') }, ...options.map((user) => ({ value: user.id, label: user.name }))]}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap" flex={1}>
          {picture(option.value)}
          {option.label}
        </Group>
      )}
    />
  )
}
