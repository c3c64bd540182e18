import type { Edit } from './variants.ts'

/** A source with the edits made that are meant for its file. Throws if one of them finds its place not exactly once. */
export const edited = (url: string, source: string, edits: readonly Edit[]) =>
  edits
    .filter(({ file }) => url.endsWith(`/src/${file}`))
    .reduce((text, { find, put }) => {
      if (text.split(find).length !== 2) throw new Error(`${url} does not hold exactly once: ${find}`)
      return text.replace(find, () => put)
    }, source)
