import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from './command-table.ts'
import classes from './CommandTooltip.module.css'
import { KeyCaps } from './KeyCaps.tsx'

type Props = {
  readonly command: CommandId
  /** In place of the command's own words, where they would say too little or too much. */
  readonly label?: string
  readonly disabled?: boolean
  readonly children: ReactElement
}

/** Says what a button does, and which keys do the same. */
export const CommandTooltip = ({ command, label, disabled = false, children }: Props) => {
  const { t } = useTranslation('commands')
  return (
    <Tooltip
      disabled={disabled}
      label={
        <span className={classes['tip']}>
          {label ?? t(`do.${command}`)}
          <KeyCaps of={command} />
        </span>
      }
    >
      {children}
    </Tooltip>
  )
}
