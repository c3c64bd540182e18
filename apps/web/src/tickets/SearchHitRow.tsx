import type { FoundMessage, MarkedText, SearchHit } from '@livedesk/resources'
import { IconLock, IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDirectory } from '../ui/directory.ts'
import { Marked } from '../ui/Marked.tsx'
import { PriorityBadge } from '../ui/PriorityBadge.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import classes from './SearchHitRow.module.css'

type Props = { readonly hit: SearchHit; readonly search: string; readonly open: boolean; readonly onOpen: () => void }

/** A ticket that was found, and the messages that say it: each leads to its place in the conversation. */
export const SearchHitRow = ({ hit, search, open, onOpen }: Props) => {
  const { t } = useTranslation('tickets')
  const { person } = useDirectory()
  const { ticket, title, requester, tags, messages } = hit
  const to = (message?: FoundMessage) => `/search/${ticket.id}${search}${message ? `&message=${message.id}` : ''}`
  const holder = ticket.assigned_to === null ? t('nobody') : (person(ticket.assigned_to)?.name ?? '')
  const nameOf = ({ author }: FoundMessage) =>
    author.kind === 'requester' ? ticket.requester.name : (person(author.id)?.name ?? t('someone'))

  return (
    <article className={classes['hit']} data-open={open || undefined} data-ticket-id={ticket.id}>
      <Link to={to(messages[0])} aria-current={open || undefined} className={classes['ticket']} onClick={onOpen}>
        <span className={classes['title']}>
          <Marked text={title} />
        </span>
        <span className={classes['line']}>
          <span className={classes['number']}>#{ticket.id}</span>
          <StatusBadge status={ticket.status} />
          <PriorityBadge priority={ticket.priority} />
          <span className={classes['holder']}>{holder}</span>
          <RelativeTime moment={ticket.updated_at} className={classes['time']} />
        </span>
        <span className={classes['requester']}>
          <Marked text={requester.name} />
          {' · '}
          <Marked text={requester.email} />
        </span>
        {tags.length > 0 && (
          <span className={classes['line']}>
            {tags.map((tag) => (
              <span key={textOf(tag)} className={classes['tag']}>
                <Marked text={tag} />
              </span>
            ))}
          </span>
        )}
      </Link>
      {messages.map((message) => (
        <Link
          key={message.id}
          to={to(message)}
          className={classes['message']}
          data-note={message.kind === 'note' || undefined}
          onClick={onOpen}
        >
          <span className={classes['said']}>
            {message.kind === 'note' ? <IconLock aria-hidden size={13} /> : <IconMessage aria-hidden size={13} />}
            <b>{nameOf(message)}</b>
            {message.kind === 'note' && t('voice.note')}
            <RelativeTime moment={message.created_at} className={classes['time']} />
          </span>
          <span className={classes['excerpt']}>
            <Marked text={message.excerpt} />
          </span>
        </Link>
      ))}
    </article>
  )
}

const textOf = (marked: MarkedText) => marked.map(({ text }) => text).join('')
