import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  toast: {
    assigned: 'Новый тикет',
    assignedTo: 'Вам назначен тикет: {{title}}',
    open: 'Открыть тикет',
  },
} as const satisfies Russian<typeof en>
