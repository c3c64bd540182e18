import { useEffect, useEffectEvent } from 'react'
import { z } from 'zod'
import { useStored } from './use-stored.ts'

/** What keys do, by their place on the keyboard (`KeyboardEvent.code`, `Shift+` before it), so that any layout works. */
export type Keys = { readonly [code: string]: (event: KeyboardEvent) => void }

/** Whether single keys do anything: a person who dictates, or whose hand shakes, may turn them off. */
export const useKeysSwitch = () => useStored('livedesk.keys', z.boolean(), true)

/** Binds single keys while mounted. They are silent while someone types, composes a letter, or is in a dialog or menu. */
export const useKeys = (keys: Keys) => {
  const [on] = useKeysSwitch()
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return
    const act = keys[event.shiftKey ? `Shift+${event.code}` : event.code]
    if (!act) return
    event.preventDefault()
    act(event)
  })
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => press(event)
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
  (event.target instanceof Element && event.target.closest(elsewhere) !== null)
