import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'

/** What is offered while someone writes: colleagues after an @, canned replies after a slash. */
export type Offer<Item> = {
  readonly items: readonly Item[]
  readonly chosen: number
  readonly at: DOMRect
  readonly take: (item: Item) => void
}

/** Offers things to put where the caret is: the editor says what is written, the list shows what is offered. */
export class OfferMenu<Item> {
  #find: (query: string) => readonly Item[] = () => []
  #taken: (item: Item) => void = () => {}
  #offer: Offer<Item> | undefined
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly offer = () => this.#offer

  /** What there is to find now, and what is done with what was taken beside what the editor does. */
  know(find: (query: string) => readonly Item[], taken: (item: Item) => void = () => {}) {
    this.#find = find
    this.#taken = taken
  }

  taken(item: Item) {
    this.#taken(item)
  }

  find(query: string) {
    return this.#find(query).slice(0, 8)
  }

  /** What the editor's suggestions call. */
  readonly renderer = () => ({
    onStart: (props: SuggestionProps<Item, Item>) => this.#show(props),
    onUpdate: (props: SuggestionProps<Item, Item>) => this.#show(props),
    onExit: () => this.#set(undefined),
    onKeyDown: ({ event }: SuggestionKeyDownProps) => this.#press(event),
  })

  #show({ items, clientRect, command }: SuggestionProps<Item, Item>) {
    const at = clientRect?.()
    this.#set(at && items.length > 0 ? { items, chosen: 0, at, take: command } : undefined)
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

  #set(offer: Offer<Item> | undefined) {
    this.#offer = offer
    for (const listener of this.#listeners) listener()
  }
}
