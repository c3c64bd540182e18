import type { Chord } from './chord.ts'
import { type CommandId, commandIds } from './command-table.ts'

/** What a command does where it is bound, or a sentence that says why it cannot be done now. */
export type Act = (() => void) | { readonly run: () => void; readonly whyNot: string | undefined }
export type Acts = { readonly [Id in CommandId]?: Act | undefined }

/** Some acts, and the part of the page that they belong to: they are asked first when the focus is in it. */
export type Binding = { readonly acts: () => Acts; readonly area: () => Element | null | undefined }

/** What a command would do now. */
export type Standing =
  | { readonly kind: 'ready'; readonly run: () => void }
  | { readonly kind: 'unable'; readonly why: string }
  /** Nobody on this screen can do it. */
  | { readonly kind: 'absent' }

/** What a press means: a command, the first key of two, or nothing. */
export type Press =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'first' }
  | { readonly kind: 'nothing' }

/** The chords of each command: the table's, or those that a person chose. */
export type Chords = (id: CommandId) => readonly Chord[]

/** How long the first key of two waits for the second, in milliseconds. */
export const patience = 1200

/** What is bound now, and the first key of two. */
export class Keyboard {
  readonly #bound: Binding[] = []
  #first: { readonly chord: Chord; readonly at: number } | undefined

  bind(binding: Binding) {
    this.#bound.push(binding)
    return () => {
      this.#bound.splice(this.#bound.indexOf(binding), 1)
    }
  }

  /** What a command would do for whoever is at `focus`: the part of the page around it answers first, then what was bound last. */
  standing(id: CommandId, focus: Element | null): Standing {
    const here = this.#bound.filter(({ acts }) => acts()[id] !== undefined)
    const act = (here.findLast(({ area }) => area()?.contains(focus)) ?? here.at(-1))?.acts()[id]
    if (!act) return { kind: 'absent' }
    if (typeof act === 'function') return { kind: 'ready', run: act }
    return act.whyNot === undefined ? { kind: 'ready', run: act.run } : { kind: 'unable', why: act.whyNot }
  }

  /** Which command a press asks for. A first key of two only waits. */
  press(chord: Chord, at: number, chords: Chords): Press {
    const first = this.#first
    this.#first = undefined
    if (first && at - first.at < patience) return found(chords, `${first.chord} ${chord}`)
    if (commandIds.some((id) => chords(id).some((other) => other.startsWith(`${chord} `)))) {
      this.#first = { chord, at }
      return { kind: 'first' }
    }
    return found(chords, chord)
  }
}

const found = (chords: Chords, chord: Chord): Press => {
  const id = commandIds.find((id) => chords(id).includes(chord))
  return id ? { kind: 'command', id } : { kind: 'nothing' }
}
