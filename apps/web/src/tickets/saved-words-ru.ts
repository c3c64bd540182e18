import type { Russian } from '../ui/words.ts'
import type { en } from './saved-words-en.ts'

export const ru = {
  views: 'Сохранённые виды',
  everyones: 'Общий:',
  yours: 'Ваш:',
  saveAs: 'Сохранить как вид',
  keep: 'Сохранить в «{{name}}»',
  name: 'Название',
  needsName: 'Дайте название не длиннее 60 знаков.',
  share: 'Для всех сотрудников',
  shareNote: 'Его увидят все. Менять его можете только вы и администраторы.',
  save: 'Сохранить',
  cancel: 'Отмена',
  change: 'Изменить «{{name}}»',
  edit: 'Переименовать или открыть всем',
  up: 'Выше',
  down: 'Ниже',
  delete: 'Удалить',
  deleted: 'Вид «{{name}}» удалён',
  empty: 'В «{{name}}» пусто',
  emptyNext: 'Подходящие тикеты появятся здесь сами.',
  backTo: 'Показать всё из «{{name}}»',
  gone: 'Вид «{{name}}» удалён. Его список останется здесь, пока вы не уйдёте.',
  failed: 'Вид не сохранён',
  conflict: 'Вид с таким названием уже есть, их уже 50 или его только что изменили.',
} as const satisfies Russian<typeof en>
