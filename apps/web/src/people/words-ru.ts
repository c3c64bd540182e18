import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {
  title: 'Люди',
  profile: 'Профиль',
  profileWhy: 'Имя, роль и пароль меняет администратор.',
  add: 'Добавить человека',
  change: 'Изменить',
  changePerson: 'Изменить: {{name}}',
  save: 'Сохранить',
  cancel: 'Отмена',
  name: 'Имя',
  email: 'Почта',
  role: 'Роль',
  state: 'Состояние',
  roles: {
    admin: 'Администратор',
    agent: 'Сотрудник',
  },
  active: 'Работает',
  inactive: 'Отключён',
  password: 'Пароль',
  passwordWhy: 'Не меньше 10 знаков. С ним человек войдёт в первый раз.',
  newPassword: 'Новый пароль',
  newPasswordWhy: 'Оставьте пустым, чтобы не менять.',
  maySignIn: 'Может входить',
  maySignInWhy: 'Если нет, все сеансы закроются сразу; всё написанное останется.',
  needs: {
    name: 'Напишите имя.',
    email: 'Напишите адрес почты, например name@example.com.',
    password: 'Не меньше 10 знаков.',
  },
  failed: {
    list: 'Не удалось загрузить список людей.',
    add: 'Никто не добавлен.',
    change: 'Ничего не изменилось.',
    changeConflict:
      'Кто-то изменил этого человека раньше, или это последний администратор. Закройте окно, посмотрите и попробуйте снова.',
  },
} as const satisfies Russian<typeof en>
