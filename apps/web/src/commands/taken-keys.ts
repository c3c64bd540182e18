import { type Chord, isHeld } from './chord.ts'

/**
 * Whether a press belongs to what has the focus: to the words that someone writes, to a dialog, a menu or a list of
 * choices, or to the button that it presses.
 */
export const isTaken = (event: KeyboardEvent, chord: Chord) => {
  if (event.defaultPrevented || isComposing(event)) return true
  const { target } = event
  if (!(target instanceof Element)) return false
  if (target.closest(enclosed)) return true
  if (isTyping(target)) return !isHeld(chord)
  return isPressedBy(target, chord)
}

/** Whether someone writes here. */
export const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(fields) !== null

/** Whether someone could write here, and has written nothing, or what they have written is on its way. */
export const isBlankOrBusy = (target: EventTarget | null) =>
  isBlank(target) || (target instanceof Element && target.closest('[aria-busy=true]') !== null)

const isBlank = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
    ? target.value === ''
    : target instanceof HTMLElement && target.isContentEditable && target.innerText.trim() === ''

// Safari ends a composition before it tells of the key that ended it; 229 is what it says of that key.
// oxlint-disable-next-line typescript/no-deprecated -- Nothing else says so.
const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229

const enclosed = ['[role=dialog]', '[role=menu]', '[role=listbox]'].join()

const fields = ['input:not([type=checkbox]):not([type=radio])', 'textarea', 'select', '[contenteditable=true]'].join()

const buttons = ['button', 'summary', 'input', '[role=button]', '[role=tab]', '[role=switch]', '[role=checkbox]'].join()

const isPressedBy = (target: Element, chord: Chord) =>
  (chord === 'Enter' && target.closest(`a, ${buttons}`) !== null) ||
  (chord === 'Space' && target.closest(buttons) !== null)
