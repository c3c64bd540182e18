import type { Russian } from './words.ts'
import type { en } from './words-en.ts'

export const ru = {
  loading: 'Загрузка',
  retry: 'Повторить',
  status: {
    new: 'Новый',
    in_progress: 'В работе',
    waiting: 'Ожидание',
    resolved: 'Решён',
    closed: 'Закрыт',
  },
  priority: {
    low: 'Низкий',
    normal: 'Обычный',
    high: 'Высокий',
    urgent: 'Срочный',
  },
} as const satisfies Russian<typeof en>
