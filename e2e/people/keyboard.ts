import type { CDPSession, Page } from '@playwright/test'

export type Layout = 'QWERTY' | 'ЙЦУКЕН'

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбю.'
const places = [
  ...'QWERTYUIOP'.split('').map((letter) => `Key${letter}`),
  'BracketLeft',
  'BracketRight',
  ...'ASDFGHJKL'.split('').map((letter) => `Key${letter}`),
  'Semicolon',
  'Quote',
  ...'ZXCVBNM'.split('').map((letter) => `Key${letter}`),
  'Comma',
  'Period',
  'Slash',
]
const named: { readonly [key: string]: { readonly code: number; readonly text?: string } } = {
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27 },
  Space: { code: 32, text: ' ' },
  ArrowDown: { code: 40 },
}
const modifiers = { Control: 2, Shift: 8 } as const

/**
 * A person's keyboard with one of two layouts switched on: presses are those of the browser, with the key's place and the
 * letter that the layout writes there. It counts them, each chord as one.
 */
export class Keyboard {
  readonly #devtools: CDPSession
  readonly #layout: Layout
  #presses = 0

  static async of(page: Page, layout: Layout) {
    return new Keyboard(await page.context().newCDPSession(page), layout)
  }

  private constructor(devtools: CDPSession, layout: Layout) {
    this.#devtools = devtools
    this.#layout = layout
  }

  get presses() {
    return this.#presses
  }

  /** Presses keys one after the other, each by its place (`KeyJ`, `Enter`), with what is held: `Control+Shift+Enter`. */
  async press(...chords: readonly string[]) {
    for (const chord of chords) {
      const held = chord.split('+')
      const place = held.pop() ?? ''
      const mask = held.reduce((sum, name) => sum | (name === 'Control' ? modifiers.Control : modifiers.Shift), 0)
      await this.#strike(place, mask)
      this.#presses += 1
    }
  }

  /** Types words: each letter by the key that writes it. */
  async type(text: string) {
    const letters = this.#layout === 'QWERTY' ? latin : cyrillic
    for (const letter of text) {
      const at = letters.indexOf(letter)
      const place = letter === ' ' ? 'Space' : places[at]
      if (place === undefined) throw new Error(`The layout ${this.#layout} does not write ${letter}.`)
      await this.press(place)
    }
  }

  async #strike(place: string, mask: number) {
    const at = places.indexOf(place)
    const letter = (this.#layout === 'QWERTY' ? latin : cyrillic)[at]
    const key = letter ?? (place === 'Space' ? ' ' : place)
    // What is held with Ctrl writes nothing.
    const text = mask & modifiers.Control ? undefined : (letter ?? named[place]?.text)
    const code = named[place]?.code ?? latin[at]?.toUpperCase().charCodeAt(0) ?? 0
    const about = { code: place, key, modifiers: mask, windowsVirtualKeyCode: code }
    await this.#devtools.send('Input.dispatchKeyEvent', {
      ...about,
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...(text !== undefined && { text, unmodifiedText: text }),
    })
    await this.#devtools.send('Input.dispatchKeyEvent', { ...about, type: 'keyUp' })
  }
}
