import type { User } from '@livedesk/events'

/** Those any of whose names begins as was written, in whichever of the two alphabets either is. */
export const findPeople = (people: readonly User[], query: string) => {
  const wanted = sounds(query)
  return people.filter(({ name }) => [name, ...name.split(/[\s-]+/u)].some((part) => sounds(part).startsWith(wanted)))
}

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

// Klara is Clara is Клара; Yulia is Julia is Юлия.
const alike: readonly (readonly [RegExp, string])[] = [
  [/\p{M}/gu, ''],
  [/[yj]/gu, 'i'],
  [/c(?!h)/gu, 'k'],
  [/w/gu, 'v'],
  [/ph/gu, 'f'],
  [/x/gu, 'ks'],
  [/(?<same>.)\k<same>/gu, '$<same>'],
]

const sounds = (text: string) => {
  const latin = text.toLowerCase().replaceAll(/[а-яё]/gu, (letter) => letters[letter] ?? letter)
  return alike.reduce((said, [sound, same]) => said.replaceAll(sound, same), latin.normalize('NFD'))
}
