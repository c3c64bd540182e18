import { commandKey, isApple } from '../ui/command-key.ts'
import type { Chord } from './chord.ts'
import type { Layout } from './keyboard-layout.ts'

/**
 * A chord as the keys of this person's keyboard show it, one after the other: `Ctrl` `K`, or `G` `M`. A key that the
 * browser does not tell of has the letter that it has on a QWERTY keyboard.
 */
export const capsOf = (chord: Chord, layout: Layout, space: string): string[] =>
  chord.split(' ').flatMap((press) => {
    const parts = press.split('+')
    const code = parts.at(-1) ?? ''
    const plain = code === 'Space' ? space : (named[code] ?? layout.get(code)?.toUpperCase() ?? onQwerty(code))
    const held = parts.slice(0, -1).map((part) => (part === 'Mod' ? commandKey : shift))
    return plain === '/' && held.join() === shift ? ['?'] : [...held, plain]
  })

const shift = isApple ? '⇧' : 'Shift'

const named: { readonly [code: string]: string } = {
  Enter: 'Enter',
  Escape: 'Esc',
  Tab: 'Tab',
  Backspace: '⌫',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

const signs: { readonly [code: string]: string } = {
  Slash: '/',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
}

const onQwerty = (code: string) => signs[code] ?? code.replace(/^(?:Key|Digit)/u, '')
