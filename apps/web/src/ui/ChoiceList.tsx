import { CloseButton, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import classes from './ChoiceList.module.css'

export type Choice = {
  readonly id: string
  readonly label: string
  /** In place of its label: a picture and the same words. */
  readonly shown?: ReactNode
  /** What stands at its other end: keys, a number, a mark that it is chosen now. */
  readonly aside?: ReactNode
  /** Why it cannot be chosen now. */
  readonly whyNot?: string | undefined
}
export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] }

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly clearLabel: string
  /** What is said when nothing fits. */
  readonly nothing: ReactNode
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly groups: readonly ChoiceGroup[]
  readonly onChoose: (id: string) => void
}

/**
 * A field and, under it, what fits the words in it: the arrows go through it, Enter chooses. The focus stays in the field,
 * which tells screen readers where one is.
 */
export const ChoiceList = ({ label, placeholder, clearLabel, nothing, query, onQuery, groups, onChoose }: Props) => {
  const list = useId()
  const [at, setAt] = useState<string>()
  const choices = groups.flatMap((group) => group.choices)
  // What is chosen goes with its choice when others come; without it, the first that can be chosen.
  const known = choices.findIndex(({ id }) => id === at)
  const index = known >= 0 ? known : choices.findIndex(({ whyNot }) => whyNot === undefined)
  const active = choices[index]

  // A space would end it.
  const idOf = (choice: Choice) => `${list}.${choice.id.replaceAll(/\s/gu, '_')}`
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt(choices.at((index + step) % choices.length)?.id)
    }
    if (event.code.endsWith('Enter')) {
      event.preventDefault()
      if (active && active.whyNot === undefined) onChoose(active.id)
    }
  }
  const write = (words: string) => {
    setAt(undefined)
    onQuery(words)
  }

  return (
    <>
      <TextInput
        autoFocus
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={active && idOf(active)}
        autoComplete="off"
        spellCheck={false}
        className={classes['field']}
        placeholder={placeholder}
        value={query}
        rightSection={query !== '' && <CloseButton size="xs" aria-label={clearLabel} onClick={() => write('')} />}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={label} className={classes['list']}>
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label} className={classes['group']}>
            {groups.length > 1 && (
              <div aria-hidden className={classes['label']}>
                {group.label}
              </div>
            )}
            {group.choices.map((choice) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter is pressed in the field
              <div
                key={choice.id}
                ref={choice === active ? showIt : undefined}
                id={idOf(choice)}
                role="option"
                aria-selected={choice === active}
                aria-disabled={choice.whyNot !== undefined || undefined}
                className={classes['choice']}
                tabIndex={-1}
                // The focus stays in the field.
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setAt(choice.id)}
                onClick={() => choice.whyNot === undefined && onChoose(choice.id)}
              >
                <span className={classes['name']}>
                  {choice.shown ?? choice.label}
                  {choice.whyNot !== undefined && <span className={classes['why']}>{choice.whyNot}</span>}
                </span>
                {choice.aside}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="status">{choices.length === 0 && <p className={classes['nothing']}>{nothing}</p>}</div>
    </>
  )
}

const showIt = (element: HTMLElement | null) => {
  element?.scrollIntoView({ block: 'nearest' })
}
