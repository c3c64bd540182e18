import type { UserId } from '@livedesk/events'
import { Group, Select } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'

type Props = {
  readonly value: UserId | null
  readonly onChange: (userId: UserId | null) => void
  readonly label?: string
  readonly disabled?: boolean
}

/** Who has a ticket: found by typing a name. Nobody is a choice, too. */
export const AssigneeSelect = ({ value, onChange, label, disabled = false }: Props) => {
  const { t } = useTranslation('tickets')
  const { people, person } = useDirectory()
  const holder = value === null ? undefined : person(value)
  const options = people.filter((user) => user.active || user.id === value)

  const picture = (id: string | null) => {
    const user = people.find((other) => `${other.id}` === id)
    return user ? <Avatar name={user.name} seed={id ?? ''} size="small" /> : <IconUserOff aria-hidden size={16} />
  }

  return (
    <Select
      label={label}
      aria-label={t('field.assignee')}
      searchable
      allowDeselect={false}
      disabled={disabled}
      checkIconPosition="right"
      nothingFoundMessage={t('assign.noOne')}
      leftSection={picture(value === null ? null : `${value}`)}
      data={[{ value: 'none', label: t('nobody') }, ...options.map((user) => ({ value: `${user.id}`, label: user.name }))]}
      value={holder ? `${holder.id}` : 'none'}
      onChange={(chosen) => onChange(options.find((user) => `${user.id}` === chosen)?.id ?? null)}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap" flex={1}>
          {picture(option.value)}
          {option.label}
        </Group>
      )}
    />
  )
}
