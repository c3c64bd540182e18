import type { Russian } from '../ui/words.ts'
import type { en } from './rows-words-en.ts'

export const ru = {
  columns: 'Столбцы',
  density: 'Плотность',
  comfortable: 'Просторно',
  compact: 'Плотно',
  heads: 'Столбцы и сортировка по ним',
  earlier: 'Сдвинуть «{{name}}» влево',
  later: 'Сдвинуть «{{name}}» вправо',
  place: '{{name}}: столбец {{place}} из {{count}}',
  reset: 'Обычные столбцы',
  writing: '{{name}} (пишет сейчас)',
  away: '{{name}} (нет на месте)',
} as const satisfies Russian<typeof en>
