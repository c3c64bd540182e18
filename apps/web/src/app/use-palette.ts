import { useEffect, useState } from 'react'
import { isTyping } from '../commands/taken-keys.ts'
import { readStandings, useCommands } from '../commands/use-commands.ts'
import type { PaletteFrom } from './Palette.tsx'

/** The palette, from the moment it is asked for: what is typed before its field is there is in it, too. */
export const usePalette = () => {
  const [from, setFrom] = useState<PaletteFrom>()
  const [query, setQuery] = useState('')
  useCommands({
    palette: () => {
      setQuery('')
      setFrom({ focus: document.activeElement, standings: readStandings() })
    },
  })
  useEffect(() => {
    if (!from) return undefined
    const take = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event
      if (key.length > 1 || ctrlKey || metaKey || altKey || isComposing || isTypingInDialog(event.target)) return
      event.preventDefault()
      setQuery((before) => before + key)
    }
    document.addEventListener('keydown', take, true)
    return () => document.removeEventListener('keydown', take, true)
  }, [from])
  return { from, query, setQuery, close: () => setFrom(undefined) }
}

// The field that the person comes from may still have the focus.
const isTypingInDialog = (target: EventTarget | null) =>
  isTyping(target) && target instanceof Element && target.closest('[role=dialog]') !== null
