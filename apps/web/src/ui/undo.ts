import { createContext, use } from 'react'

/** Something that was done, and how to take it back. */
export type Undoable = {
  /** What was done, in a few words. */
  readonly said: string
  /** Takes it back, and says what came of that: a sentence for what could not be taken back, undefined when all of it was. */
  readonly undo: () => Promise<string | undefined>
}

type OfferUndo = (what: Undoable) => void

/** Gives an act back as it is. Whoever undoes before it is done waits for it, and what it offers then is undone. */
export type UnderWay = <T>(act: Promise<T>) => Promise<T>

export const UndoContext = createContext<{ readonly offer: OfferUndo; readonly underWay: UnderWay }>({
  offer: () => {},
  underWay: (act) => act,
})

/** Offers for ten seconds to take back what was just done. */
export const useOfferUndo = () => use(UndoContext).offer

/** Says that something is being done that will be offered to be taken back. */
export const useUnderWay = () => use(UndoContext).underWay
