import type { Ticket } from '@livedesk/events'
import { TextInput, Title, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './TicketTitle.module.css'

type Props = {
  readonly ticket: Ticket
  readonly headingRef: Ref<HTMLHeadingElement>
  readonly onRename: (title: string) => void
}

/** A ticket's title: press it to write another. Enter or leaving the field keeps it, Escape does not. */
export const TicketTitle = ({ ticket, headingRef, onRename }: Props) => {
  const { t } = useTranslation('tickets')
  const [text, setText] = useState<string>()

  const finish = () => {
    const title = text?.trim()
    setText(undefined)
    if (title && title !== ticket.title) onRename(title)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Enter') finish()
    if (event.code === 'Escape') setText(undefined)
  }

  if (text !== undefined) {
    return (
      <TextInput
        autoFocus
        flex={1}
        aria-label={t('field.title')}
        dir="auto"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={press}
      />
    )
  }

  return (
    <Title order={1} ref={headingRef} tabIndex={-1} className={classes['title']}>
      <span className={classes['number']}>#{ticket.id}</span>
      <UnstyledButton dir="auto" className={classes['text']} title={t('rename')} onClick={() => setText(ticket.title)}>
        {ticket.title}
      </UnstyledButton>
    </Title>
  )
}
