import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  someone: 'Кто-то',
  mention: 'Кого упомянуть',
  snippet: 'Готовые ответы',
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
  picture: {
    insert: 'Вставить картинку',
    open: 'Открыть {{name}}',
    missing: '{{name}}: этой картинки нет',
    alt: 'Что на картинке',
    altFor: 'Что на картинке {{name}}',
    remove: 'Убрать {{name}}',
    uploading: 'Загружается {{name}}',
    failed: 'Не загружено.',
    retry: 'Повторить',
    unnamed: 'Картинка',
  },
} satisfies Russian<typeof en>
