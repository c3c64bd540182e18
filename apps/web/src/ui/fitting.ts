/**
 * What fits the words that someone typed, the best first: what begins with them, then what has a word that does, then what
 * has them somewhere. Words typed with the other of two layouts switched on fit, too: «ищк» finds Boris.
 */
export const fitting = <T>(query: string, things: readonly T[], nameOf: (thing: T) => string): readonly T[] => {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return things
  const ways = [wanted, onOtherLayout(wanted)]
  return things
    .flatMap((thing) => {
      const name = nameOf(thing).toLowerCase()
      const rank = Math.min(...ways.map((way) => rankOf(name, way)))
      return rank === Infinity ? [] : [{ thing, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing)
}

const rankOf = (name: string, wanted: string) => {
  if (name.startsWith(wanted)) return 0
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1
  return name.includes(wanted) ? 2 : Infinity
}

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё'

/** The same keys on the other layout. */
const onOtherLayout = (text: string) =>
  Array.from(text, (letter) => cyrillic[latin.indexOf(letter)] ?? latin[cyrillic.indexOf(letter)] ?? letter).join('')
