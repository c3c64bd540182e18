import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en as chatsEn } from '../chats/words-en.ts'
import { ru as chatsRu } from '../chats/words-ru.ts'
import { en as notificationsEn } from '../notifications/words-en.ts'
import { ru as notificationsRu } from '../notifications/words-ru.ts'
import { en as peopleEn } from '../people/words-en.ts'
import { ru as peopleRu } from '../people/words-ru.ts'
import { en as sessionEn } from '../session/words-en.ts'
import { ru as sessionRu } from '../session/words-ru.ts'
import { en as ticketsEn } from '../tickets/words-en.ts'
import { ru as ticketsRu } from '../tickets/words-ru.ts'
import { en as uiEn } from '../ui/words-en.ts'
import { ru as uiRu } from '../ui/words-ru.ts'
import { en as appEn } from './words-en.ts'
import { ru as appRu } from './words-ru.ts'

const en = {
  app: appEn,
  ui: uiEn,
  session: sessionEn,
  tickets: ticketsEn,
  chats: chatsEn,
  people: peopleEn,
  notifications: notificationsEn,
}
const ru = {
  app: appRu,
  ui: uiRu,
  session: sessionRu,
  tickets: ticketsRu,
  chats: chatsRu,
  people: peopleRu,
  notifications: notificationsRu,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof en
  }
}

/** The languages that Livedesk speaks, each by its own name. */
export const languages = { en: 'English', ru: 'Русский' } as const
export type Language = keyof typeof languages

const storageKey = 'livedesk.language'

/** Starts the words in the language that this browser remembers, else in the browser's own. `<html lang>` follows it. */
export const startWords = async () => {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next.use(initReactI18next).init({
    lng: rememberedLanguage() ?? guessLanguage(navigator.languages),
    resources: { en, ru },
    defaultNS: 'app',
    interpolation: { escapeValue: false },
  })
}

/** Speaks another language from here on, and remembers it in this browser. */
export const speak = (language: Language) => {
  localStorage.setItem(storageKey, language)
  return i18next.changeLanguage(language)
}

/** The first of a person's languages that Livedesk speaks; English when it speaks none. */
export const guessLanguage = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.split('-', 1)[0]).find(isLanguage) ?? 'en'

const rememberedLanguage = () => {
  const remembered = localStorage.getItem(storageKey)
  return isLanguage(remembered) ? remembered : undefined
}

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'ru'
