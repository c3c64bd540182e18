/** Text that is HTML already. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString() {
    return this.#text
  }
}

type Part = Html | string | number | undefined | readonly Part[]

/** HTML with everything that is put into it made safe. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]) =>
  new Html(String.raw({ raw: strings }, ...parts.map(written)))

const written = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Html) return part.toString()
  if (typeof part === 'object') return part.map(written).join('')
  return escape(String(part))
}

const escape = (text: string) => text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)

/** Prose with `code` in it. */
export const prose = (text: string) =>
  text.split(/(`[^`]+`)/u).map((part) => (part.startsWith('`') ? markup`<code>${part.slice(1, -1)}</code>` : part))
