/**
 * What keys do, by their place on the keyboard (`KeyboardEvent.code`), so that any layout works: `KeyJ`, `Shift+Slash`,
 * or one after the other, `KeyG KeyM`.
 */
export type Keys = { readonly [chord: string]: () => void }

/** How long the first key of two waits for the second, in milliseconds. */
const patience = 1200

/** The keys bound now. What was bound last is asked first: a ticket's keys before its list's. */
export class Keyboard {
  readonly #bound: (() => Keys)[] = []
  #first: { readonly chord: string; readonly at: number } | undefined

  bind(keys: () => Keys) {
    this.#bound.push(keys)
    return () => {
      this.#bound.splice(this.#bound.indexOf(keys), 1)
    }
  }

  /** What a press does; undefined when it does nothing. A first key of two only waits. */
  press(chord: string, at: number): (() => void) | undefined {
    const first = this.#first
    this.#first = undefined
    if (first && at - first.at < patience) return this.#find(`${first.chord} ${chord}`)
    if (this.#begins(chord)) {
      this.#first = { chord, at }
      return () => {}
    }
    return this.#find(chord)
  }

  #find(chord: string) {
    return this.#bound.findLast((keys) => keys()[chord])?.()[chord]
  }

  #begins(chord: string) {
    return this.#bound.some((keys) => Object.keys(keys()).some((other) => other.startsWith(`${chord} `)))
  }
}
