import type { RequesterId } from '@livedesk/events'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequestersQuery } from './tickets-api.ts'

type Props = { readonly chosen: readonly RequesterId[]; readonly onChange: (chosen: RequesterId[]) => void }

/** Whose questions to show: found by parts of a name or an address, one after the other. */
export const RequesterFilter = ({ chosen, onChange }: Props) => {
  const { t } = useTranslation('tickets')
  const [words, setWords] = useState('')
  const [q] = useDebouncedValue(words.trim(), 200)
  const { currentData, isFetching } = useRequestersQuery({ q })
  const others = (currentData?.items ?? []).filter(({ id }) => !chosen.includes(id))

  return (
    <Select<RequesterId>
      label={t('field.requester')}
      placeholder={t('filter.findRequester')}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      nothingFoundMessage={isFetching ? undefined : t('filter.noRequester')}
      // The desk has looked already, also in the addresses.
      filter={({ options }) => options}
      data={others.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
      value={null}
      comboboxProps={{ withinPortal: false }}
      onChange={(id) => {
        if (id === null) return
        onChange([...chosen, id])
        setWords('')
      }}
    />
  )
}
