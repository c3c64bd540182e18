import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

/** Words in a field that ask once the person pauses, for `pauseMs`, and follow the address (`q`) when that changes. */
export const useAskedWords = (q: string, onAsk: (q: string) => void, pauseMs: number) => {
  const [text, setText] = useState(q)
  const [asked, setAsked] = useState(q)
  const ask = useDebouncedCallback((words: string) => {
    setAsked(words)
    onAsk(words)
  }, pauseMs)

  if (q !== asked) {
    setAsked(q)
    setText(q)
  }

  return {
    text,
    isAsked: text === asked,
    write: (words: string) => {
      setText(words)
      ask(words)
    },
    /** Asks now, without waiting for a pause. */
    askNow: () => ask.flush(),
  }
}
