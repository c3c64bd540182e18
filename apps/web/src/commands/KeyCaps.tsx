import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Chord } from './chord.ts'
import type { CommandId } from './command-table.ts'
import { capsOf } from './key-caps.ts'
import classes from './KeyCaps.module.css'
import { useKeyboardLayout } from './keyboard-layout.ts'
import { useChords } from './own-chords.ts'

type Look = {
  /** Without frames: on a button, which has one. */
  readonly quiet?: boolean
}

/** One chord, as the keys that are pressed for it. */
export const ChordCaps = ({ chord, quiet = false }: Look & { readonly chord: Chord }) => {
  const { t } = useTranslation('commands')
  const layout = useKeyboardLayout()
  return (
    <span className={classes['caps']} data-quiet={quiet || undefined}>
      {capsOf(chord, layout, t('space')).map((cap, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- G G are two keys
        <Kbd key={`${place}${cap}`} size="xs" className={classes['cap']}>
          {cap}
        </Kbd>
      ))}
    </span>
  )
}

/** The first chord of a command, wherever it can be done: so keys are learnt. Nothing when it has none. */
export const KeyCaps = ({ of, ...look }: Look & { readonly of: CommandId }) => {
  const chord = useChords()(of)[0]
  return chord === undefined ? null : <ChordCaps chord={chord} {...look} />
}
