import type { User, UserId } from '@livedesk/events'
import { Checkbox, Input, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { Avatar } from './Avatar.tsx'
import { fitting } from './fitting.ts'
import classes from './PeoplePicker.module.css'

type Props = {
  readonly label: string
  /** What the field says that finds people. */
  readonly find: string
  /** What is said when nobody has such a name. */
  readonly nobody: string
  readonly people: readonly User[]
  readonly chosen: readonly UserId[]
  readonly onChange: (chosen: UserId[]) => void
}

/** Several people of the desk: a list to tick, in its place on the form, and a field that makes it shorter. */
export const PeoplePicker = ({ label, find, nobody, people, chosen, onChange }: Props) => {
  const [query, setQuery] = useState('')
  // Who was chosen when it opened stands first, and nobody moves when ticked.
  const [first] = useState(() => new Set(chosen))
  const inOrder = [...people.filter(({ id }) => first.has(id)), ...people.filter(({ id }) => !first.has(id))]
  const found = fitting(query, inOrder, ({ name }) => name)

  const toggle = (id: UserId) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  const press = (event: KeyboardEvent) => {
    if (!event.code.endsWith('Enter') || event.nativeEvent.isComposing) return
    // It would send the form.
    event.preventDefault()
    const [best] = found
    if (query.trim() === '' || !best) return
    toggle(best.id)
    setQuery('')
  }

  return (
    <fieldset className={classes['people']}>
      <legend className={classes['legend']}>
        <Input.Label component="span">{label}</Input.Label>
        {chosen.length > 0 && <span className={classes['count']}>{chosen.length}</span>}
      </legend>
      <div className={classes['box']}>
        <TextInput
          variant="unstyled"
          className={classes['find']}
          aria-label={find}
          placeholder={find}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={press}
        />
        <div className={classes['list']}>
          {found.map(({ id, name }) => (
            <Checkbox
              key={id}
              size="xs"
              className={classes['person']}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
              label={
                <span className={classes['name']}>
                  <Avatar name={name} seed={`${id}`} size="small" />
                  <span>{name}</span>
                </span>
              }
            />
          ))}
        </div>
        <div role="status">{found.length === 0 && <p className={classes['nobody']}>{nobody}</p>}</div>
      </div>
    </fieldset>
  )
}
