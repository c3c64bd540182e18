import type { CannedReply } from '@livedesk/events'
import { ActionIcon, Popover } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceList } from '../ui/ChoiceList.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { useCannedRepliesQuery } from './canned-api.ts'
import classes from './Canned.module.css'

type Props = {
  readonly opened: boolean
  readonly onOpen: (opened: boolean) => void
  readonly onChoose: (canned: CannedReply) => void
}

/** The way to what is said often: a few letters and Enter put it where the caret is. */
export const CannedPicker = ({ opened, onOpen, onChoose }: Props) => {
  const { t } = useTranslation('canned')
  const sentence = useSentence()
  const { data, error, refetch } = useCannedRepliesQuery()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const found = (data?.items ?? []).filter(({ name, body }) => `${name}\n${body}`.toLowerCase().includes(wanted))

  const turn = (open: boolean) => {
    setQuery('')
    onOpen(open)
  }
  const choose = (id: string) => {
    const canned = found.find((one) => String(one.id) === id)
    turn(false)
    if (canned) onChoose(canned)
  }
  const choiceOf = ({ id, name, body }: CannedReply) => ({
    id: String(id),
    label: name,
    shown: (
      <span className={classes['choice']}>
        {name}
        <span className={classes['words']}>{body === '' ? t('onlyChanges') : body}</span>
      </span>
    ),
  })
  const groups = [
    { label: t('own'), choices: found.filter(({ owner_id }) => owner_id !== null).map(choiceOf) },
    { label: t('shared'), choices: found.filter(({ owner_id }) => owner_id === null).map(choiceOf) },
  ].filter(({ choices }) => choices.length > 0)

  return (
    <Popover opened={opened} onChange={turn} position="top-start" width={340} transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActionIcon aria-label={t('insert')} aria-expanded={opened} onClick={() => turn(!opened)}>
          <IconBolt aria-hidden size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('title')} aria-labelledby={undefined}>
        {error && !data ? (
          <Problem title={t('failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />
        ) : (
          <ChoiceList
            label={t('title')}
            placeholder={t('find')}
            clearLabel={t('clear')}
            nothing={t(data?.items.length === 0 ? 'emptyPicker' : 'nothing')}
            query={query}
            onQuery={setQuery}
            groups={groups}
            onChoose={choose}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
