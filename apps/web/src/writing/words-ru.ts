import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  someone: 'Кто-то',
  mention: 'Кого упомянуть',
  snippets: 'Готовые ответы',
  tools: 'Оформление',
  bold: 'Полужирный',
  italic: 'Курсив',
  strike: 'Зачёркнутый',
  link: 'Ссылка',
  bulletList: 'Список',
  orderedList: 'Нумерованный список',
  quote: 'Цитата',
  code: 'Код в строке',
  codeBlock: 'Блок кода',
  address: 'Адрес',
  saveLink: 'Сохранить',
} satisfies Russian<typeof en>
