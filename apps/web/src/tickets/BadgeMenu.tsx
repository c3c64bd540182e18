import { Menu, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './BadgeMenu.module.css'

type Props<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  readonly onChange: (value: T) => void
  /** Why it cannot be another now. */
  readonly whyNot?: string | undefined
  readonly children: (option: T) => ReactNode
}

/** One value out of a few, each shown as its badge. */
export const BadgeMenu = <T extends string>({ label, value, options, onChange, whyNot, children }: Props<T>) => {
  const choose = (chosen: string) => {
    const option = options.find((other) => other === chosen)
    if (option !== undefined && option !== value) onChange(option)
  }

  if (whyNot !== undefined) {
    return (
      <Tooltip label={whyNot} multiline maw={260}>
        {/* Not "disabled": the keyboard comes to it, and hears why. */}
        <UnstyledButton className={classes['button']} aria-disabled aria-description={whyNot}>
          <VisuallyHidden>{label}:</VisuallyHidden>
          {children(value)}
        </UnstyledButton>
      </Tooltip>
    )
  }

  return (
    <Menu position="bottom-start" width="target">
      <Menu.Target>
        <UnstyledButton className={classes['button']}>
          <VisuallyHidden>{label}:</VisuallyHidden>
          {children(value)}
          <IconChevronDown aria-hidden size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup value={value} onChange={choose}>
          {options.map((option) => (
            <Menu.RadioItem key={option} value={option} closeMenuOnClick>
              {children(option)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
