const hues = 10

/** One or two letters that stand for a name. */
export const initials = (name: string) => {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)]
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

/** Which of the ten avatar colours is someone's: the same on every screen and in every session. */
export const avatarHue = (seed: string) => {
  let hash = 0
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % hues
}

const firstLetter = (word: string) => (/\p{L}|\p{N}/u.exec(word)?.[0] ?? '?').toLocaleUpperCase()
