import { z } from 'zod'
import { useStored } from '../ui/use-stored.ts'
import { Chord } from './chord.ts'
import { commandOf } from './command-table.ts'
import type { Chords } from './keyboard.ts'

/** What a person chose instead of the table's chords, by command. None at all is a choice, too. */
const OwnChords = z.record(z.string(), z.array(Chord))
export type OwnChords = z.output<typeof OwnChords>

/** Everyone's chords, but for those that a person chose. */
export const chordsWith =
  (own: OwnChords): Chords =>
  (id) =>
    own[id] ?? commandOf(id).chords

const none: OwnChords = {}

/** The chords that this person chose, and how they choose others. */
export const useOwnChords = () => useStored('livedesk.chords', OwnChords, none)

/** Every command's chords, as they are for this person. */
export const useChords = () => chordsWith(useOwnChords()[0])
