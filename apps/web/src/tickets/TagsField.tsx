import { Tag } from '@livedesk/events'
import { TagsInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './TagsField.module.css'
import { useTagsQuery } from './tickets-api.ts'

type Props = {
  readonly value: readonly string[]
  readonly onChange: (tags: string[]) => void
  readonly label?: string
  readonly error?: ReactNode
}

/** A ticket's tags: one of those in use, or a new one. Written as tags are: in lower case. */
export const TagsField = ({ value, onChange, label, error }: Props) => {
  const { t } = useTranslation('tickets')
  const { data: known } = useTagsQuery()
  const change = (tags: string[]) => {
    const written = tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => Tag.safeParse(tag).success)
    onChange([...new Set(written)])
  }

  return (
    <TagsInput
      label={label}
      aria-label={t('field.tags')}
      placeholder={value.length === 0 ? t('tags.add') : ''}
      error={error}
      classNames={{ inputField: classes['field'] ?? '' }}
      acceptValueOnBlur
      maxTags={20}
      limit={30}
      data={[...(known?.items ?? [])]}
      value={[...value]}
      onChange={change}
    />
  )
}
