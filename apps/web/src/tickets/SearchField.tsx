import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { useAskedWords } from './use-asked-words.ts'

type Props = {
  readonly q: string
  readonly onSearch: (q: string) => void
  /** To what was found: the first of it, or only into it. */
  readonly onEnter: () => void
  readonly onDown: () => void
}

/** Words to look for everywhere. It asks once the person pauses, and follows the address when that changes. */
export const SearchField = ({ q, onSearch, onEnter, onDown }: Props) => {
  const { t } = useTranslation('tickets')
  const input = useRef<HTMLInputElement>(null)
  const { text, isAsked, write, askNow } = useAskedWords(q, onSearch, 150)
  useCommands({ search: () => input.current?.select() })

  // Whoever comes here without words came to write some.
  useEffect(() => {
    if (q === '') input.current?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only on arrival.
  }, [])

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      if (isAsked) onEnter()
      else askNow()
    } else if (event.code === 'ArrowDown') onDown()
    else if (event.code === 'Escape') {
      event.stopPropagation()
      if (text === '') event.currentTarget.blur()
      else write('')
      return
    } else return
    event.preventDefault()
  }

  return (
    <TextInput
      ref={input}
      type="search"
      flex={1}
      miw={0}
      aria-label={t('find.label')}
      placeholder={t('find.placeholder')}
      value={text}
      maxLength={200}
      leftSection={<IconSearch aria-hidden size={15} />}
      rightSection={text !== '' && <CloseButton size="xs" aria-label={t('search.clear')} onClick={() => write('')} />}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={press}
    />
  )
}
