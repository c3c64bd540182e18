import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  title: 'Уведомления',
  bell_one: 'Уведомления: {{count}} непрочитанное',
  bell_few: 'Уведомления: {{count}} непрочитанных',
  bell_many: 'Уведомления: {{count}} непрочитанных',
  bell_other: 'Уведомления: {{count}} непрочитанных',
  readAll: 'Всё прочитано',
  older: 'Показать более ранние',
  unread: 'Не прочитано',
  none: 'Ничего нового',
  noneNext: 'Здесь появится, если вам назначат тикет или в нём ответят.',
  failed: 'Не удалось загрузить уведомления.',
  ticket_assigned: {
    by: 'Вам назначен тикет ({{name}})',
    plain: 'Вам назначен тикет',
  },
  mentioned: {
    by: '{{name}}: вас упомянули',
    plain: 'Вас упомянули',
  },
  ticket_message_posted: {
    by: '{{name}}: новое сообщение',
    plain: 'Заявитель ответил',
  },
} as const satisfies Russian<typeof en>
