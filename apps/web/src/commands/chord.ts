import { z } from 'zod'
import { isApple } from '../ui/command-key.ts'

/**
 * Keys by their place on the keyboard (`KeyboardEvent.code`), so that any layout works: `KeyJ`, `Shift+Slash`,
 * `Mod+KeyK` (⌘ on Apple's machines, else Ctrl), or one after the other, `KeyG KeyM`.
 */
export const Chord = z.string().regex(/^(?:Mod\+)?(?:Shift\+)?\w+(?: (?:Shift\+)?\w+)?$/u)
export type Chord = z.output<typeof Chord>

type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What was pressed, as a chord. Undefined for what belongs to the system: Alt, the other command key, a modifier alone. */
export const chordOf = ({ code, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Chord | undefined => {
  const [mod, foreign] = isApple ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  if (altKey || foreign || code === '' || /^(?:Shift|Control|Alt|Meta|OS|CapsLock|Fn)/u.test(code)) return undefined
  return `${mod ? 'Mod+' : ''}${shiftKey ? 'Shift+' : ''}${code === 'NumpadEnter' ? 'Enter' : code}`
}

/** Whether a chord holds ⌘ or Ctrl, and so means something else than letters. */
export const isHeld = (chord: Chord) => chord.startsWith('Mod+')
