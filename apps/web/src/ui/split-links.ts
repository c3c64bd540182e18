/** A part of a text, `at` its place in it; one that can be followed has an address. */
export type Piece = { readonly at: number; readonly text: string; readonly href?: string }

const address = /https?:\/\/[^\s<>"]+/giu

/** Splits plain text at web addresses. What ends a sentence does not belong to the address before it. */
export const splitLinks = (body: string): Piece[] => {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of body.matchAll(address)) {
    const href = trimEnd(found)
    if (!URL.canParse(href)) continue
    if (index > end) pieces.push({ at: end, text: body.slice(end, index) })
    pieces.push({ at: index, text: href, href })
    end = index + href.length
  }
  if (end < body.length) pieces.push({ at: end, text: body.slice(end) })
  return pieces
}

const trimEnd = (found: string): string => {
  const bare = found.replace(/[.,;:!?»”’'\]]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? trimEnd(bare.slice(0, -1)) : bare
}
