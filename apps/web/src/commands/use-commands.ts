import { type RefObject, useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import { useStored } from '../ui/use-stored.ts'
import { chordOf, isHeld } from './chord.ts'
import { type CommandId, commandIds, commandOf } from './command-table.ts'
import { type Acts, Keyboard, type Standing } from './keyboard.ts'
import { useChords } from './own-chords.ts'
import { actsInText } from './remap.ts'
import { isBlankOrBusy, isTaken, isTyping } from './taken-keys.ts'

const keyboard = new Keyboard()

/** Whether single keys do anything: a person who dictates, or whose hand shakes, may turn them off. */
export const useKeysSwitch = () => useStored('livedesk.keys', z.boolean(), true)

/**
 * Says what commands do here, while mounted. Where two parts of the page can do the same, the one that has the focus
 * (`area`) answers, else the one that came last.
 */
export const useCommands = (acts: Acts, area?: RefObject<Element | null>) => {
  const now = useEffectEvent(() => acts)
  useEffect(() => keyboard.bind({ acts: () => now(), area: () => area?.current }), [area])
}

export type Standings = ReadonlyMap<CommandId, Standing>

/** What each command would do for whoever is where the focus is now. To be asked before something else takes the focus. */
export const readStandings = (): Standings => {
  const focus = document.activeElement
  return new Map(commandIds.map((id) => [id, keyboard.standing(id, focus)]))
}

/** Does by a click what a command's key does where something stands. `onUnable` is told why it cannot be done. */
export const obeyCommand = (id: CommandId, at: Element | null, onUnable: (why: string) => void = () => {}) =>
  obey(keyboard.standing(id, at), onUnable)

/**
 * Listens to the keyboard for the whole page. Keys are silent while someone types, composes a letter, or is in a dialog
 * or menu; only what is held with ⌘ or Ctrl may act while someone types. While something opens that will take the keys
 * (`silent`), nothing acts.
 */
export const useKeyboard = (onUnable: (why: string) => void, silent: boolean) => {
  const [on] = useKeysSwitch()
  const chords = useChords()
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const chord = chordOf(event)
    if (silent || !chord || isTaken(event, chord) || (!on && !isHeld(chord))) return
    const press = keyboard.press(chord, event.timeStamp, chords)
    if (press.kind === 'nothing') return
    if (press.kind === 'first') return event.preventDefault()

    const standing = keyboard.standing(press.id, document.activeElement)
    if (standing.kind === 'absent') return
    // Where nothing is written, or what is written is being sent, there is nothing else to undo.
    const isIdle = press.id === 'undo' && standing.kind === 'ready' && isBlankOrBusy(event.target)
    if (isTyping(event.target) && !isIdle && !actsInText(press.id, chord)) return
    event.preventDefault()
    if (!event.repeat || commandOf(press.id).repeats) obey(standing, onUnable)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** Does what can be done, or says why it cannot. */
const obey = (standing: Standing, onUnable: (why: string) => void) => {
  if (standing.kind === 'ready') standing.run()
  if (standing.kind === 'unable') onUnable(standing.why)
}
