import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import classes from './UndoBar.module.css'

type Props = {
  readonly said: string
  readonly isHeld: boolean
  readonly onUndo: () => void
  readonly onHold: () => void
  readonly onRelease: () => void
}

/** What was done last, the way back, and how long there is one. Time stands still while someone points at it. */
export const UndoBar = ({ said, isHeld, onUndo, onHold, onRelease }: Props) => {
  const { t } = useTranslation()
  return (
    <section
      aria-label={t('undo.label')}
      className={classes['bar']}
      data-held={isHeld || undefined}
      onPointerEnter={onHold}
      onPointerLeave={onRelease}
      onFocus={onHold}
      onBlur={onRelease}
    >
      <span className={classes['said']}>{said}</span>
      <Button variant="subtle" color="gray" rightSection={<KeyCaps of="undo" quiet />} onClick={onUndo}>
        {t('undo.undo')}
      </Button>
      <span aria-hidden className={classes['time']} />
    </section>
  )
}
