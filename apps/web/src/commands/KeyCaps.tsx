import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Chord } from './chord.ts'
import type { CommandId } from './command-table.ts'
import { capsOf } from './key-caps.ts'
import classes from './KeyCaps.module.css'
import { useKeyboardLayout } from './keyboard-layout.ts'
import { useChords } from './own-chords.ts'
import { actsInText } from './remap.ts'

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

type Props = Look & {
  readonly of: CommandId
  /** Only what does it also while someone types. */
  readonly whileTyping?: boolean
}

/** The first chord of a command, wherever it can be done: so keys are learnt. Nothing when it has none. */
export const KeyCaps = ({ of, whileTyping = false, ...look }: Props) => {
  const chord = useChords()(of).find((one) => !whileTyping || actsInText(of, one))
  return chord === undefined ? null : <ChordCaps chord={chord} {...look} />
}
