import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import { useCommands } from '../commands/use-commands.ts'
import classes from './QueueSearch.module.css'
import { useAskedWords } from './use-asked-words.ts'

type Props = {
  readonly q: string
  readonly onSearch: (q: string) => void
  /** Looks for the same beyond this list. */
  readonly onSearchEverywhere: (q: string) => void
}

/** Words or a number to look for. It asks once the person pauses, and follows the address when that changes. */
export const QueueSearch = ({ q, onSearch, onSearchEverywhere }: Props) => {
  const { t } = useTranslation('tickets')
  const input = useRef<HTMLInputElement>(null)
  const { text, write, askNot } = useAskedWords(q, onSearch, 200)
  useCommands({ search: () => input.current?.focus() })

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && text.trim() !== '') {
      askNot()
      onSearchEverywhere(text)
    }
    if (event.code !== 'Escape') return
    event.stopPropagation()
    if (text === '') event.currentTarget.blur()
    else write('')
  }

  return (
    <TextInput
      ref={input}
      type="search"
      flex={1}
      miw={0}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={text}
      maxLength={200}
      leftSection={<IconSearch aria-hidden size={15} />}
      rightSection={
        text === '' ? (
          <span aria-hidden className={classes['hint']}>
            <KeyCaps of="search" />
          </span>
        ) : (
          <CloseButton size="xs" aria-label={t('search.clear')} onClick={() => write('')} />
        )
      }
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={press}
    />
  )
}
