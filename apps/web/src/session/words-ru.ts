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
  loadFailed: 'Не удалось открыть Livedesk.',
} as const satisfies Russian<typeof en>
