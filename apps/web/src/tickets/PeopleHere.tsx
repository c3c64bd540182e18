import { Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { useLocale } from '../ui/use-locale.ts'
import classes from './PeopleHere.module.css'
import type { Present } from './ticket-presence.ts'

type Props = { readonly people: readonly Present[]; readonly size: 'small' | 'medium' }

/** More have no room; the sentence names them all. */
const mostDrawn = 3

/** People at a ticket: their faces, who of them is writing or away, and all their names as a sentence. */
export const PeopleHere = ({ people, size }: Props) => {
  const { t } = useTranslation(['tickets', 'rows'])
  const locale = useLocale()
  const { person } = useDirectory()
  if (people.length === 0) return null

  const named = people.map(({ id, does }) => ({ id, does, name: person(id)?.name ?? t('someone') }))
  const sentence = t('viewing', {
    names: new Intl.ListFormat(locale).format(
      named.map(({ name, does }) => (does === 'viewing' ? name : t(`rows:${does}`, { name }))),
    ),
  })
  const drawn = named.length > mostDrawn ? named.slice(0, mostDrawn - 1) : named
  return (
    <Tooltip label={sentence} multiline maw={320}>
      <span role="img" aria-label={sentence} className={classes['people']} data-size={size}>
        {drawn.map(({ id, name, does }) => (
          <span key={id} className={classes['person']}>
            <Avatar
              name={name}
              seed={`${id}`}
              size={size}
              online={does === 'viewing' && size === 'medium'}
              away={does === 'away'}
            />
            {does === 'writing' && (
              <IconPencil aria-hidden size={size === 'small' ? 10 : 12} className={classes['pencil']} />
            )}
          </span>
        ))}
        {drawn.length < named.length && <span className={classes['more']}>+{named.length - drawn.length}</span>}
      </span>
    </Tooltip>
  )
}
