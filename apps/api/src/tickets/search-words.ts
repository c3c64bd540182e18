import { foldCase, searchedNumber } from '@livedesk/queue'

/** What a person asked for, taken apart. */
export type Asked = {
  /** The ticket number that it may be. */
  readonly number: number | undefined
  /** Written with quotes, a minus or OR: PostgreSQL reads it as a web search. */
  readonly operators: string | undefined
  /** Words of a language: looked for by their stems and beginnings. */
  readonly words: readonly string[]
  /** Numbers, addresses and the like: looked for as they are, anywhere. */
  readonly identifiers: readonly string[]
  /** All of it as it stands, case folded: looked for in titles and requesters, also inside of words. */
  readonly parts: readonly string[]
}

/** What is looked for, as PostgreSQL takes it. Null where the words have no stem to look for. */
export type Question = Asked & {
  /** Every word by its stem. */
  readonly exact: string | null
  /** Every word by its stem, and as the beginning of a longer one. */
  readonly loose: string | null
  /** Any of the words: what is marked. */
  readonly any: string | null
}

const mostWords = 12

/** Takes a question apart. Nothing that a person may write is wrong. */
export const readQuestion = (q: string): Asked => {
  const phone = phoneDigits(q)
  if (phone !== undefined)
    return { number: searchedNumber(q), operators: undefined, words: [], identifiers: [phone], parts: [phone] }

  const operators = /"|(?:^|\s)-\S|(?:^|\s)or\s/iu.test(q) ? q : undefined
  const said = operators === undefined ? q : withoutOperators(q)
  const all = [...new Set(foldCase(said).split(/\s+/u).map(trimmed).filter(Boolean))].slice(0, mostWords)
  const identifiers = operators === undefined ? all.filter(isIdentifier) : []
  return {
    number: searchedNumber(q),
    operators,
    words: all.filter((word) => !identifiers.includes(word)),
    identifiers,
    parts: all,
  }
}

/** Whether a trigram index can find it. */
export const isFindable = (part: string) => /[\p{L}\p{N}]{3}/u.test(part)

/** The LIKE pattern of a part, whatever characters it has. */
export const likePart = (part: string) => `%${part.replace(/[\\%_]/gu, String.raw`\$&`)}%`

/** A telephone number is kept as its digits; what is dialled before it differs from writer to writer. */
const phoneDigits = (q: string) => {
  if (!/^\+?[\d\s().–-]+$/u.test(q) || /^#?\d{1,9}$/u.test(q.trim())) return undefined
  const digits = q.replaceAll(/\D/gu, '')
  if (digits.length < 5) return undefined
  return digits.length === 11 && /^[78]/u.test(digits) ? digits.slice(1) : digits
}

const isIdentifier = (word: string) => /[\d@_]|\S\.[\p{L}\p{N}]/u.test(word) && isFindable(word)

const trimmed = (word: string) => word.replace(/^[^\p{L}\p{N}+@_]+/u, '').replace(/[^\p{L}\p{N}@_]+$/u, '')

const withoutOperators = (q: string) =>
  q.replaceAll(/(?:^|\s)-(?:"[^"]*"|\S+)/gu, ' ').replaceAll(/"|(?:^|\s)or(?=\s)/giu, ' ')
