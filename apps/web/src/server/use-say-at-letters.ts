import type { Command } from '@livedesk/events'
import { useRef } from 'react'
import { useStream } from './use-stream.ts'

// As the contract has it: someone who writes says so every three seconds at most.
const saysEvery = 3000

/** Tells the desk what is so at every letter, no more often than it wants to hear it. */
export const useSayAtLetters = (command: Command) => {
  const stream = useStream()
  const said = useRef(-Infinity)
  return () => {
    const now = Date.now()
    if (now - said.current < saysEvery) return
    said.current = now
    stream.send(command)
  }
}
