import type { Russian } from '../ui/words.ts'
import type { en } from './ticket-words-en.ts'

export const ru = {
  previous: 'Предыдущий тикет',
  next: 'Следующий тикет',
  whyNot: {
    first: 'Это первый тикет в списке.',
    last: 'Это последний тикет в списке.',
    snooze: 'Этот тикет уже закрыт или решён.',
  },
  snooze: {
    open: 'Отложить',
    until: 'Отложить до',
    laterToday: 'Позже',
    tomorrow: 'Завтра',
    nextWeek: 'На следующей неделе',
    pick: 'Другое время',
    past: 'Выберите время в будущем.',
    set: 'Отложить',
    is: 'Отложен до {{time}}. Вернётся сам или когда ответит заявитель.',
    wake: 'Вернуть сейчас',
  },
  watch: {
    who: 'Следят',
    start: 'Следить',
    stop: 'Не следить',
    none: 'Пока никто. Кто следит, узнаёт об ответах и новом статусе.',
    me: 'Вы',
  },
  did: {
    created: 'Тикет открыт',
    changed: '{{field}}: {{before}} → {{after}}',
    tags: 'Метки: {{change}}',
    snoozed: 'Отложен до {{time}}',
    woken: 'Снова в работе',
    linked: 'Добавлена связь: {{link}}',
    unlinked: 'Убрана связь: {{link}}',
    merged: 'Объединён с #{{id}}',
    unmerged: 'Отделён от #{{id}}',
    tookIn: 'Присоединён #{{id}}',
    letGo: '#{{id}} снова отделён',
  },
  link: {
    related: 'связан с #{{id}}',
    duplicate_of: 'дубликат #{{id}}',
    duplicated_by: 'имеет дубликат #{{id}}',
    blocks: 'блокирует #{{id}}',
    blocked_by: 'заблокирован #{{id}}',
  },
  earlier: 'Показать более ранние',
  desk: 'Livedesk',
} as const satisfies Russian<typeof en>
