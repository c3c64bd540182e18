import { useEffect, useRef, useState } from 'react'
import { inTurn } from '../server/in-turn.ts'
import { mayPass } from '../server/outbox.ts'
import type { RequestError } from '../server/request.ts'
import { randomKey } from '../ui/random-key.ts'
import type { ManyChange } from './many.ts'
import { useChangeManyMutation } from './many-api.ts'
import { type Ended, nothingYet, runMany } from './many-run.ts'
import type { ManyStep } from './many-steps.ts'

/** A change of many tickets as it is shown: under way, or over with something to tell of it. */
export type ManyRun = Ended &
  Omit<ManyChange, 'steps'> & {
    readonly isUndo: boolean
    readonly state: 'running' | 'waiting' | 'over'
  }

/** Runs one change of many tickets at a time. */
export const useManyRun = () => {
  const [send] = useChangeManyMutation()
  const [run, setRun] = useState<ManyRun>()
  const stopping = useRef(new AbortController())
  const isUnderWay = run !== undefined && run.state !== 'over'

  // What was done stays done, but the rest of it would not be.
  useEffect(() => {
    if (!isUnderWay) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnderWay])

  // Whoever signs in here next goes on with nothing that someone else began.
  useEffect(() => () => stopping.current.abort(), [])

  const start = async (steps: readonly ManyStep[], shown: Omit<ManyChange, 'steps'>, isUndo: boolean) => {
    const { signal } = (stopping.current = new AbortController())
    const begun: ManyRun = {
      ...shown,
      isUndo,
      state: 'running',
      tally: nothingYet,
      isStopped: false,
      error: undefined,
    }
    const tell = (what: Partial<ManyRun>) => setRun({ ...begun, isStopped: signal.aborted, ...what })
    setRun(begun)
    let tally = nothingYet
    const ended = await runMany(steps, {
      send: async (page) => {
        const { data, error } = await send(page)
        return data ? { data } : { error }
      },
      newKey: randomKey,
      mayTryAgain: async (error, tries) => {
        if (!mayPassBy(error)) return false
        tell({ tally, state: 'waiting' })
        await pause(Math.min(1000 * 2 ** tries, longestPause), signal)
        return true
      },
      onProgress: (sofar) => {
        tally = sofar
        tell({ tally })
      },
      isStopped: () => signal.aborted,
    })
    setRun({ ...begun, ...ended, state: 'over' })
    return ended.tally
  }

  return {
    run,
    isUnderWay,
    start: (...wanted: Parameters<typeof start>) => inTurn('many tickets', () => start(...wanted)),
    stop: () => {
      stopping.current.abort()
      setRun((before) => before && { ...before, isStopped: true })
    },
    putAway: () => setRun(undefined),
  }
}

const longestPause = 15_000

const isRequestError = (error: unknown): error is RequestError =>
  typeof error === 'object' && error !== null && 'kind' in error
const mayPassBy = (error: unknown) => isRequestError(error) && error.kind !== 'signed_out' && mayPass(error)

/** Until some time has passed, the network is back, or nobody waits any more. */
const pause = (time: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const over = new AbortController()
    const go = () => {
      clearTimeout(timer)
      over.abort()
      resolve()
    }
    const timer = setTimeout(go, time)
    addEventListener('online', go, { signal: over.signal })
    signal.addEventListener('abort', go, { signal: over.signal })
  })
