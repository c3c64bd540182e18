import type { MarkedText } from '@livedesk/resources'

type Range = readonly [from: number, to: number]

/** What PostgreSQL puts around its hits: `search_words` keeps these two characters out of the text. */
export const HIT_BEGINS = '\uE000'
export const HIT_ENDS = '\uE001'

const excerptLength = 220

/** A text with what was found in it. `headline` is the same text, character for character, with PostgreSQL's marks. */
export const mark = (text: string, headline: string, parts: readonly string[]): MarkedText =>
  pieces(text, hitsIn(text, headline, parts), 0, text.length)

/** The part of a text that has most of what was found; the beginning, when nothing was. */
export const excerpt = (text: string, headline: string, parts: readonly string[]): MarkedText => {
  const hits = hitsIn(text, headline, parts)
  if (text.length <= excerptLength) return pieces(text, hits, 0, text.length)
  const within = (start: number) => hits.filter(([from, to]) => from >= start && to <= start + excerptLength)
  const best = hits.reduce<{ readonly at: number; readonly count: number }>(
    (found, [from]) => {
      const count = within(from).length
      return count > found.count ? { at: from, count } : found
    },
    { at: 0, count: 0 },
  ).at
  const start = wordStart(text, Math.max(0, Math.min(best - 40, text.length - excerptLength)))
  const end = wordEnd(
    text,
    Math.max(
      start + excerptLength,
      ...within(best)
        .slice(0, 1)
        .map(([, to]) => to),
    ),
  )
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces(text, hits, start, end),
    ...(end < text.length ? [{ text: ' …', hit: false }] : []),
  ]
}

const hitsIn = (text: string, headline: string, parts: readonly string[]): Range[] =>
  joined([...headlineHits(text, headline), ...parts.flatMap((part) => literalHits(text, part))])

const headlineHits = (text: string, headline: string): Range[] => {
  const hits: Range[] = []
  let at = 0
  let begun = 0
  for (const piece of headline.split(/([\uE000\uE001])/u)) {
    if (piece === HIT_BEGINS) begun = at
    else if (piece === HIT_ENDS) hits.push([begun, at])
    else at += piece.length
  }
  return at === text.length ? hits : []
}

const literalHits = (text: string, part: string): Range[] => {
  const digits = /^\d{7,}$/u.test(part)
  // A telephone number is written in many ways.
  const pattern = digits
    ? part.split('').join(String.raw`[\s().–-]*`)
    : part.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
  return Array.from(text.matchAll(new RegExp(pattern, 'giu')), ({ index, 0: found }) => [index, index + found.length])
}

const joined = (hits: readonly Range[]): Range[] => {
  const all: Range[] = []
  for (const [from, to] of hits.filter(([from, to]) => to > from).toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1)
    if (last && from <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], to)]
    else all.push([from, to])
  }
  return all
}

const pieces = (text: string, hits: readonly Range[], start: number, end: number): MarkedText => {
  const found: MarkedText = []
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), hit })
  }
  let at = start
  for (const [from, to] of hits) {
    if (to <= start || from >= end) continue
    add(at, Math.max(from, start), false)
    add(Math.max(from, start), Math.min(to, end), true)
    at = Math.min(to, end)
  }
  add(at, end, false)
  return found
}

const wordStart = (text: string, at: number) => {
  if (at === 0) return 0
  const space = text.slice(at, at + 20).search(/\s/u)
  return space < 0 ? whole(text, at) : at + space + 1
}

const wordEnd = (text: string, at: number) => {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + 20).search(/\s/u)
  return space < 0 ? whole(text, at) : at + space
}

// Never between the halves of one character.
const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/u.test(text[at] ?? '') ? at + 1 : at)
