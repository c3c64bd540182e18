import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { words as english } from './english.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof english
  }
}

/** The languages that Livedesk speaks, each by its own name. */
export const languages = { en: 'English', ru: 'Русский' } as const
export type Language = keyof typeof languages

const storageKey = 'livedesk.language'

// A person reads one language: the other is loaded when it is asked for.
const load = { en: () => import('./english.ts'), ru: () => import('./russian.ts') } as const

/** Starts the words in the language that this browser remembers, else in the browser's own. `<html lang>` follows it. */
export const startWords = async () => {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  const language = rememberedLanguage() ?? guessLanguage(navigator.languages)
  const { words } = await load[language]()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: words },
    defaultNS: 'app',
    interpolation: { escapeValue: false },
  })
}

/** Speaks another language from here on, and remembers it in this browser. */
export const speak = async (language: Language) => {
  localStorage.setItem(storageKey, language)
  const { words } = await load[language]()
  for (const [place, own] of Object.entries(words)) i18next.addResourceBundle(language, place, own)
  await i18next.changeLanguage(language)
}

/** The first of a person's languages that Livedesk speaks; English when it speaks none. */
export const guessLanguage = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.split('-', 1)[0]).find(isLanguage) ?? 'en'

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'ru'

const rememberedLanguage = () => {
  const remembered = localStorage.getItem(storageKey)
  return isLanguage(remembered) ? remembered : undefined
}
