import type { Undoable } from '../ui/undo.ts'

/** How long what was done can be taken back, in milliseconds. */
export const undoTime = 10_000

export type Offer = Undoable & { readonly id: number; readonly until: number }

/** What can be taken back, the newest last; `heldAt` while the person looks at it and time does not pass. */
export type UndoStack = { readonly offers: readonly Offer[]; readonly heldAt: number | undefined }

export const emptyStack: UndoStack = { offers: [], heldAt: undefined }

export const offered = (stack: UndoStack, what: Undoable, id: number, now: number): UndoStack => ({
  ...stack,
  offers: [...stack.offers, { ...what, id, until: (stack.heldAt ?? now) + undoTime }],
})

export const withoutOffer = (stack: UndoStack, id: number): UndoStack => ({
  ...stack,
  offers: stack.offers.filter((offer) => offer.id !== id),
})

export const withoutExpired = (stack: UndoStack, now: number): UndoStack =>
  stack.heldAt === undefined ? { ...stack, offers: stack.offers.filter(({ until }) => until > now) } : stack

export const held = (stack: UndoStack, now: number): UndoStack => ({ ...stack, heldAt: stack.heldAt ?? now })

/** Time goes on, from where it stood. */
export const released = ({ offers, heldAt }: UndoStack, now: number): UndoStack => ({
  offers: heldAt === undefined ? offers : offers.map((offer) => ({ ...offer, until: offer.until + now - heldAt })),
  heldAt: undefined,
})
