import { createContext, use } from 'react'

/** Something that was done, and how to take it back. */
export type Undoable = {
  /** What was done, in a few words. */
  readonly said: string
  /** Takes it back, and says what came of that: a sentence for what could not be taken back, undefined when all of it was. */
  readonly undo: () => Promise<string | undefined>
}

export type OfferUndo = (what: Undoable) => void

export const UndoContext = createContext<OfferUndo>(() => {})

/** Offers for ten seconds to take back what was just done. */
export const useOfferUndo = () => use(UndoContext)
