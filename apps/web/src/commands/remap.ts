import { type Chord, isHeld } from './chord.ts'
import { type CommandId, commandIds, commandOf } from './command-table.ts'
import type { Chords } from './keyboard.ts'
import type { OwnChords } from './own-chords.ts'

/** The commands that a chord means already, or whose chord begins with it or is its beginning. */
export const takenBy = (chords: Chords, chord: Chord, but: CommandId): readonly CommandId[] =>
  commandIds.filter((id) => id !== but && chords(id).some((other) => collide(other, chord)))

/** Whether a chord can do: what acts while someone types must be held with ⌘ or Ctrl, else it would write a letter. */
export const canDo = (id: CommandId, chord: Chord) => commandOf(id).whileTyping !== true || isHeld(chord)

/** Whether a chord acts while someone types: a bare key writes its letter, whatever else it means. */
export const actsInText = (id: CommandId, chord: Chord) => commandOf(id).whileTyping === true && isHeld(chord)

/** Gives a command this chord alone, and takes it from whoever has it. */
export const remapped = (own: OwnChords, chords: Chords, id: CommandId, chord: Chord): OwnChords => ({
  ...own,
  ...Object.fromEntries(
    takenBy(chords, chord, id).map((other) => [other, chords(other).filter((theirs) => !collide(theirs, chord))]),
  ),
  [id]: [chord],
})

/** Gives a command its usual chords again, and takes them from whoever has them. */
export const asUsual = (own: OwnChords, chords: Chords, id: CommandId): OwnChords => {
  const { [id]: _own, ...others } = own
  const usual = commandOf(id).chords
  const taken = commandIds.filter(
    (other) => other !== id && chords(other).some((theirs) => usual.some((chord) => collide(theirs, chord))),
  )
  return {
    ...others,
    ...Object.fromEntries(
      taken.map((other) => [other, chords(other).filter((theirs) => !usual.some((chord) => collide(theirs, chord)))]),
    ),
  }
}

const collide = (a: Chord, b: Chord) => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
