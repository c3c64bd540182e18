import { useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import { Keyboard, type Keys } from './keys.ts'
import { useStored } from './use-stored.ts'

const keyboard = new Keyboard()

/** Whether single keys do anything: a person who dictates, or whose hand shakes, may turn them off. */
export const useKeysSwitch = () => useStored('livedesk.keys', z.boolean(), true)

/** Binds keys while mounted, once `useKeyboard` listens. */
export const useKeys = (keys: Keys) => {
  const now = useEffectEvent(() => keys)
  useEffect(() => keyboard.bind(() => now()), [])
}

/** Listens to the keyboard for the whole page. Keys are silent while someone types, composes a letter, or is in a dialog or menu. */
export const useKeyboard = () => {
  const [on] = useKeysSwitch()
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      const act = keyboard.press(event.shiftKey ? `Shift+${event.code}` : event.code, event.timeStamp)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on])
}

const elsewhere = [
  'input:not([type=checkbox]):not([type=radio])',
  'textarea',
  'select',
  '[contenteditable]',
  '[role=dialog]',
  '[role=menu]',
  '[role=listbox]',
].join()

const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.isComposing ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  /^(?:Shift|Control|Alt|Meta)/u.test(event.code) ||
  (event.target instanceof Element && event.target.closest(elsewhere) !== null)
