import { Chip, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'

type Props<T extends string> = {
  readonly label: string
  readonly options: readonly T[]
  readonly chosen: readonly T[]
  readonly onChange: (chosen: T[]) => void
  readonly children: (option: T) => ReactNode
}

/** A few values, any of which may be chosen, each one press away. */
export const ChipField = <T extends string>({ label, options, chosen, onChange, children }: Props<T>) => (
  <div role="group" aria-label={label}>
    <Text size="xs" fw={500} mb={6}>
      {label}
    </Text>
    <Group gap={6}>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(values) => onChange(options.filter((option) => values.includes(option)))}
      >
        {options.map((option) => (
          <Chip key={option} value={option} size="xs" variant="outline">
            {children(option)}
          </Chip>
        ))}
      </Chip.Group>
    </Group>
  </div>
)
