import type { Requester, TicketMessage } from '@livedesk/events'
import { isFilesAlone, picturesIn } from '@livedesk/resources'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SentFiles } from '../attachments/SentFiles.tsx'
import { isProvisional } from '../server/foretell.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { MessageText } from '../ui/MessageText.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { RichTextView } from '../writing/RichTextView.tsx'
import classes from './ConversationMessage.module.css'
import { TakeBackButton } from './TakeBackButton.tsx'

type Props = {
  readonly message: TicketMessage
  readonly requester: Requester
  /** Whether it is what the person came for: it is brought into sight, and marked. */
  readonly sought: boolean
}

/** One message of a ticket's conversation: the requester's, a reply to them, or a note they never see. */
export const ConversationMessage = ({ message, requester, sought }: Props) => {
  const { t } = useTranslation('tickets')
  const { me, person } = useDirectory()
  const place = useRef<HTMLLIElement>(null)
  const { kind, author, body, content, attachments, created_at: at } = message
  const agent = author.kind === 'agent' ? person(author.id) : undefined
  const name = author.kind === 'agent' ? (agent?.name ?? t('someone')) : requester.name
  const pictures = content ? picturesIn(content) : []
  // What stands between the words is not shown again below them.
  const below = attachments?.filter(({ id }) => !pictures.includes(id)) ?? []
  const voice = kind === 'note' ? 'note' : author.kind === 'agent' ? 'reply' : 'requester'

  useEffect(() => {
    if (sought) place.current?.scrollIntoView({ block: 'center' })
  }, [sought])

  return (
    <li
      ref={place}
      aria-current={sought || undefined}
      className={classes['message']}
      data-voice={voice}
      aria-label={t(`message.${voice}`, { name })}
    >
      <Avatar name={name} seed={agent ? `${agent.id}` : requester.email} size="large" />
      <div className={classes['body']}>
        <p className={classes['head']}>
          <b>{name}</b>
          <span className={classes['voice']}>
            {voice === 'note' && <IconLock aria-hidden size={13} />}
            {t(`voice.${voice}`)}
          </span>
          {author.kind === 'agent' && author.id === me.id && !isProvisional(message) && (
            <TakeBackButton message={message} />
          )}
          <RelativeTime moment={at} className={classes['time']} />
        </p>
        {!isFilesAlone(message) &&
          (content ? <RichTextView content={content} files={attachments} /> : <MessageText body={body} />)}
        {below.length > 0 && <SentFiles files={below} />}
      </div>
    </li>
  )
}
