import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'
import type { Snippet } from './written.ts'

/** What can be put where the caret is: a colleague who is mentioned, words that are there already. */
export type Offered =
  | { readonly kind: 'mention'; readonly id: number; readonly name: string }
  | ({ readonly kind: 'snippet' } & Snippet)

type Kind = Offered['kind']

/** What is offered while someone writes: colleagues after an @, canned replies after a slash. */
export type Offer = {
  readonly kind: Kind
  readonly items: readonly Offered[]
  readonly chosen: number
  readonly at: DOMRect
  readonly take: (item: Offered) => void
}

/** What there is to find now, and what is done with a snippet that was taken: the editor takes away what stands for it. */
type Known = {
  readonly find: { readonly [Of in Kind]: (query: string) => readonly Offered[] }
  readonly taken: (item: Offered) => void
}

/** Offers things to put where the caret is: the editor says what is written, the list shows what is offered. */
export class OfferMenu {
  #known: Known = { find: { mention: () => [], snippet: () => [] }, taken: () => {} }
  #offer: Offer | undefined
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly offer = () => this.#offer

  know(known: Known) {
    this.#known = known
  }

  taken(item: Offered) {
    this.#known.taken(item)
  }

  /** What the editor's suggestions of one kind call. */
  suggests(kind: Kind) {
    const show = ({ items, clientRect, command }: SuggestionProps<Offered, Offered>) => {
      const at = clientRect?.()
      this.#set(at && items.length > 0 ? { kind, items, chosen: 0, at, take: command } : undefined)
    }
    return {
      items: ({ query }: { readonly query: string }) => this.#known.find[kind](query).slice(0, 8),
      render: () => ({
        onStart: show,
        onUpdate: show,
        // What another kind offers meanwhile stays.
        onExit: () => this.#offer?.kind === kind && this.#set(undefined),
        onKeyDown: ({ event }: SuggestionKeyDownProps) => this.#press(event),
      }),
    }
  }

  #press({ key, isComposing }: KeyboardEvent) {
    const offer = this.#offer
    if (!offer || isComposing) return false
    const { items, chosen, take } = offer
    const item = items[chosen]
    if (key === 'Escape') this.#set(undefined)
    else if (key === 'ArrowDown') this.#set({ ...offer, chosen: (chosen + 1) % items.length })
    else if (key === 'ArrowUp') this.#set({ ...offer, chosen: (chosen + items.length - 1) % items.length })
    else if ((key === 'Enter' || key === 'Tab') && item) take(item)
    else return false
    return true
  }

  #set(offer: Offer | undefined) {
    this.#offer = offer
    for (const listener of this.#listeners) listener()
  }
}
