import type { Dice } from './dice.ts'
import type { Language, Words } from './languages.ts'

/** Fills in the texts of one ticket: always the same word for the same blank, and the words of this telling. */
export type Fill = (text: string) => string

/** Which of the two tellings of a story it is. */
export type Telling = 0 | 1

export const openFill = (dice: Dice, { words }: Language, requester: string, telling: Telling): Fill => {
  const filled: Words = {
    ...Object.fromEntries(words.flatMap((choices) => Object.entries(dice.pick(choices)))),
    order: `LN-${dice.between(20_000, 89_999)}`,
    name: requester.replace(/ .*/u, ''),
  }
  const woman = isWoman(requester)
  return (text) =>
    partOf(text, telling)
      .replaceAll(/\{([^{}/]+)\/([^{}/]+)\}/gu, (_, he: string, she: string) => (woman ? she : he))
      .replaceAll(/\{(\w+)\}/gu, (blank, name: string) => filled[name] ?? unknown(blank))
}

const partOf = (text: string, telling: Telling) => {
  const [first, second = first] = text.split(' || ')
  return (telling === 0 ? first : second) ?? text
}

/** A Russian surname tells; in English texts nothing depends on it. */
const isWoman = (name: string) => /[ая]$/u.test(name)

const unknown = (blank: string): never => {
  throw new Error(`Nothing is known to fill in for ${blank}.`)
}
