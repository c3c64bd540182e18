import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  title: 'Вход в Livedesk',
  email: 'Почта',
  password: 'Пароль',
  showPassword: 'Показать пароль',
  signIn: 'Войти',
  failed: 'Войти не удалось.',
  needs: {
    email: 'Напишите адрес почты.',
    password: 'Напишите пароль.',
  },
  tokens: {
    title: 'Ключи доступа',
    why: 'Скрипт с таким ключом действует от вашего имени. Дайте каждому свой и удаляйте ненужные.',
    make: 'Создать ключ',
    name: 'Название',
    nameWhy: 'Для чего он, например «ночной отчёт».',
    needsName: 'Напишите, для чего он.',
    made: 'Создан',
    used: 'Использован',
    never: 'Никогда',
    remove: 'Удалить',
    removeOne: 'Удалить ключ «{{name}}»',
    none: 'Ключей пока нет',
    noneNext: 'Создайте ключ для скрипта, который будет работать с API.',
    copyNow: 'Скопируйте ключ «{{name}}» сейчас: больше он не будет показан.',
    copy: 'Копировать',
    copied: 'Скопировано',
    hide: 'Скрыть ключ',
    cancel: 'Отмена',
    failed: 'Не удалось загрузить ключи.',
    notMade: 'Ключ не создан.',
    notRemoved: 'Ключ не удалён.',
  },
  loadFailed: 'Не удалось открыть Livedesk.',
} as const satisfies Russian<typeof en>
