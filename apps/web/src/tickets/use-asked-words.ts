import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

/** Words in a field that ask once the person pauses, for `pauseMs`, and follow the address (`q`) when that changes. */
export const useAskedWords = (q: string, onAsk: (q: string) => void, pauseMs: number) => {
  const [text, setText] = useState(q)
  const [known, setKnown] = useState(q)
  // The words that the address has, and those that it has yet to come to: it follows later than the field.
  const [asked, setAsked] = useState([q])
  const ask = useDebouncedCallback((words: string) => {
    setAsked((before) => [...before, words])
    onAsk(words)
  }, pauseMs)

  if (q !== known) {
    setKnown(q)
    const at = asked.lastIndexOf(q)
    setAsked(at < 0 ? [q] : asked.slice(at))
    // Whoever wrote it here has perhaps written on.
    if (at < 0) setText(q)
  }

  return {
    text,
    isAsked: text === asked.at(-1),
    write: (words: string) => {
      setText(words)
      ask(words)
    },
    /** Asks now, without waiting for a pause. */
    askNow: () => ask.flush(),
    /** Does not ask: the same words are asked somewhere else. What is on its way there must not be called back. */
    askNot: () => ask.cancel(),
  }
}
