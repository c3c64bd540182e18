import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  attach: 'Прикрепить файлы',
  drop: 'Отпустите, чтобы прикрепить',
  waiting: 'Файлы к отправке',
  sent: 'Файлы',
  remove: 'Убрать {{name}}',
  retry: 'Повторить',
  failed: 'Не загружено.',
  tooLarge: 'Файл может быть не больше {{most}}.',
  tooMany_one: 'В сообщении может быть не больше {{count}} файла.',
  tooMany_few: 'В сообщении может быть не больше {{count}} файлов.',
  tooMany_many: 'В сообщении может быть не больше {{count}} файлов.',
  tooMany_other: 'В сообщении может быть не больше {{count}} файла.',
  open: 'Открыть {{name}}',
  save: 'Сохранить {{name}}',
  uploading: 'Загружается {{name}}',
} as const satisfies Russian<typeof en>
