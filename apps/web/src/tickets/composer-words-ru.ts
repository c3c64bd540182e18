import type { Russian } from '../ui/words.ts'
import type { en } from './composer-words-en.ts'

export const ru = {
  label: 'Написать',
  kind: 'Ответ или заметка',
  reply: 'Ответ',
  note: 'Заметка',
  replyTo: 'Ответить: {{name}}',
  noteTo: 'Заметка, которую видят только сотрудники',
  sendReply: 'Отправить ответ',
  addNote: 'Добавить заметку',
  tools: 'Оформление текста',
  notSent: 'Не отправлено. Ваш текст сохранён.',
  takeBack: {
    do: 'Отменить отправку',
    reply: 'Ответ в #{{id}} отправлен',
    note: 'Заметка к #{{id}} добавлена',
    late: 'Сообщение остаётся отправленным: отменить отправку уже поздно.',
    failed: 'Не удалось отменить отправку. {{why}}',
  },
  unseen: {
    title: 'Тем временем кто-то написал',
    why: 'Ничего не отправлено. Прочитайте новое и решите, что делать с вашим текстом.',
    new: 'Новое',
    sendAnyway: 'Всё равно отправить',
    edit: 'Исправить мой текст',
    discard: 'Удалить мой текст',
  },
} as const satisfies Russian<typeof en>
