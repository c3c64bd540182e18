import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Chord, chordOf, isHeld } from '../commands/chord.ts'
import { capsOf } from '../commands/key-caps.ts'
import { patience } from '../commands/keyboard.ts'
import { useKeyboardLayout } from '../commands/keyboard-layout.ts'

type Props = { readonly label: string; readonly onRecord: (chord: Chord) => void; readonly onCancel: () => void }

/** Hears which keys someone wants: one, one that is held with another, or two one after the other. Escape and Tab leave it. */
export const ChordRecorder = ({ label, onRecord, onCancel }: Props) => {
  const { t } = useTranslation(['app', 'commands'])
  const layout = useKeyboardLayout()
  const [first, setFirst] = useState<Chord>()

  // A second key may follow the first.
  useEffect(() => {
    if (first === undefined) return
    const timer = setTimeout(() => onRecord(first), patience)
    return () => clearTimeout(timer)
  }, [first, onRecord])

  const press = (event: KeyboardEvent) => {
    if (event.code === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.code === 'Escape') return onCancel()
    const chord = chordOf(event.nativeEvent)
    if (!chord || event.repeat) return
    if (first !== undefined && !isHeld(chord)) onRecord(`${first} ${chord}`)
    else if (isHeld(chord)) onRecord(chord)
    else setFirst(chord)
  }

  return (
    <TextInput
      autoFocus
      readOnly
      aria-label={label}
      placeholder={t('keys.press')}
      value={first === undefined ? '' : `${capsOf(first, layout, t('commands:space')).join(' ')} …`}
      onKeyDown={press}
      onBlur={onCancel}
    />
  )
}
