import type { ChatId } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import classes from './TypingLine.module.css'
import { useTyping } from './use-typing.ts'
import { useLocale } from '../ui/use-locale.ts'

/** Who is writing here now. Its room is kept, so that nothing moves. */
export const TypingLine = ({ chatId }: { readonly chatId: ChatId }) => {
  const { t } = useTranslation('chats')
  const locale = useLocale()
  const { person } = useDirectory()
  const names = useTyping(chatId).map((id) => person(id)?.name ?? t('someone'))
  return (
    <p role="status" className={classes['line']}>
      {names.length > 0 && t('typing', { count: names.length, names: new Intl.ListFormat(locale).format(names) })}
    </p>
  )
}
