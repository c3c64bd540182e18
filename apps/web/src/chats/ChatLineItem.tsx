import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { MessageText } from '../ui/MessageText.tsx'
import { clockTime, dayName, exactTime } from '../ui/relative-time.ts'
import { useNow } from '../ui/use-now.ts'
import type { ChatLine } from './chat-lines.ts'
import classes from './ChatLineItem.module.css'
import { useLocale } from '../ui/use-locale.ts'

/** One line of a chat: a day, the border of what is unread, or a message. */
export const ChatLineItem = ({ line }: { readonly line: ChatLine }) => {
  const { t } = useTranslation('chats')
  const locale = useLocale()
  const { person } = useDirectory()
  const now = useNow()

  switch (line.kind) {
    case 'day':
      return (
        <li className={classes['border']}>
          <span>{dayName(line.moment, now, locale)}</span>
        </li>
      )
    case 'new':
      return (
        <li className={classes['border']} data-new>
          <span>{t('new.messages')}</span>
        </li>
      )
    case 'message': {
      const { author_id, body, created_at } = line.message
      const name = person(author_id)?.name ?? t('someone')
      return (
        <li
          className={classes['message']}
          data-continues={line.continues || undefined}
          aria-label={t('messageFrom', { name })}
        >
          {!line.continues && <Avatar name={name} seed={`${author_id}`} size="large" />}
          <div className={classes['body']}>
            {!line.continues && <b className={classes['name']}>{name}</b>}
            <time dateTime={created_at} title={exactTime(created_at, locale)} className={classes['time']}>
              {clockTime(created_at, locale)}
            </time>
            <MessageText body={body} />
          </div>
        </li>
      )
    }
  }
}
