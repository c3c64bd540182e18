import type { Ticket, UserId } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { Field } from './Field.tsx'
import classes from './Watchers.module.css'

type Props = { readonly ticket: Ticket; readonly onWatch: (userId: UserId, watches: boolean) => void }

/** Who is told of what happens in a ticket, and whether one is oneself. */
export const Watchers = ({ ticket, onWatch }: Props) => {
  const { t } = useTranslation(['ticket', 'tickets'])
  const { me, person } = useDirectory()
  const isMe = ticket.watcher_ids.includes(me.id)

  const toggle = (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={isMe ? <IconEyeOff aria-hidden size={14} /> : <IconEye aria-hidden size={14} />}
      onClick={() => onWatch(me.id, !isMe)}
    >
      {t(isMe ? 'watch.stop' : 'watch.start')}
    </Button>
  )

  return (
    <Field label={t('watch.who')} aside={toggle}>
      {ticket.watcher_ids.length === 0 && <p className={classes['none']}>{t('watch.none')}</p>}
      <ul className={classes['people']}>
        {ticket.watcher_ids.map((id) => {
          const name = person(id)?.name ?? t('tickets:someone')
          return (
            <li key={id}>
              <Avatar name={name} seed={`${id}`} size="small" />
              {id === me.id ? t('watch.me') : name}
            </li>
          )
        })}
      </ul>
    </Field>
  )
}
