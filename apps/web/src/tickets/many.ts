import type { BulkChanges } from '@livedesk/resources'
import { createContext, use } from 'react'
import type { ManyStep } from './many-steps.ts'

/** A change of many tickets: of so many, as far as is known before. */
export type ManyChange = {
  readonly steps: readonly ManyStep[]
  readonly changes: BulkChanges
  readonly total: number
}

/** Makes a change of many tickets, and shows how far it is, wherever one goes meanwhile. */
export type ChangeMany = (change: ManyChange) => void

export const ManyContext = createContext<ChangeMany>(() => {})

export const useChangeMany = () => use(ManyContext)
