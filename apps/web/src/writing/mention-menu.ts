import type { User, UserId } from '@livedesk/events'
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'
import { findPeople } from './find-people.ts'

/** What is offered while someone writes a name after an @. */
export type Offer = {
  readonly people: readonly User[]
  readonly chosen: number
  readonly at: DOMRect
  readonly take: (person: User) => void
}

/** Offers colleagues to mention: the editor says what is written, the list shows what it offers. */
export class MentionMenu {
  #people: readonly User[] = []
  #me: UserId | undefined
  #offer: Offer | undefined
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly offer = () => this.#offer

  know(people: readonly User[], me: UserId) {
    this.#people = people
    this.#me = me
  }

  find(query: string) {
    return findPeople(
      this.#people.filter(({ id, active }) => active && id !== this.#me),
      query,
    ).slice(0, 8)
  }

  /** What the editor's suggestions call. */
  readonly renderer = () => ({
    onStart: (props: SuggestionProps<User, User>) => this.#show(props),
    onUpdate: (props: SuggestionProps<User, User>) => this.#show(props),
    onExit: () => this.#set(undefined),
    onKeyDown: ({ event }: SuggestionKeyDownProps) => this.#press(event),
  })

  #show({ items, clientRect, command }: SuggestionProps<User, User>) {
    const at = clientRect?.()
    this.#set(at && items.length > 0 ? { people: items, chosen: 0, at, take: command } : undefined)
  }

  #press({ key }: KeyboardEvent) {
    const offer = this.#offer
    if (!offer) return false
    const { people, chosen, take } = offer
    const person = people[chosen]
    if (key === 'Escape') this.#set(undefined)
    else if (key === 'ArrowDown') this.#set({ ...offer, chosen: (chosen + 1) % people.length })
    else if (key === 'ArrowUp') this.#set({ ...offer, chosen: (chosen + people.length - 1) % people.length })
    else if ((key === 'Enter' || key === 'Tab') && person) take(person)
    else return false
    return true
  }

  #set(offer: Offer | undefined) {
    this.#offer = offer
    for (const listener of this.#listeners) listener()
  }
}
