import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '../server/lazily.ts'
import { useSentence } from '../ui/use-sentence.ts'
import type { QueueAddress } from './queue-address.ts'
import { asks, savedQuery } from './saved-address.ts'
import { usePatchViewMutation } from './saved-views-api.ts'
import { useSavedViews } from './use-saved-views.ts'

const SavedViewDialog = lazily(async () => (await import('./SavedViewDialog.tsx')).SavedViewDialog)

type Props = { readonly address: QueueAddress; readonly onChange: (change: Partial<QueueAddress>) => void }

/** Keeps what the list is narrowed to: in the saved view that it began with, or under a new name. */
export const SaveViewButtons = ({ address, onChange }: Props) => {
  const { t } = useTranslation('saved')
  const sentence = useSentence()
  const { views, mayChange } = useSavedViews()
  const [patch, { isLoading }] = usePatchViewMutation()
  const [isNaming, setNaming] = useState(false)
  const query = savedQuery(address)
  const saved = views.find(({ id }) => id === address.saved)
  if (saved && asks(address, saved)) return null

  const keep = async () => {
    if (!saved) return
    const { error } = await patch({ id: saved.id, version: saved.version, query })
    if (error) notifications.show({ color: 'red', title: t('failed'), message: sentence(error) })
  }

  return (
    <>
      {saved && mayChange(saved) && (
        <Button variant="subtle" size="compact-xs" loading={isLoading} onClick={() => void keep()}>
          {t('keep', { name: saved.name })}
        </Button>
      )}
      <Button variant="subtle" size="compact-xs" onClick={() => setNaming(true)}>
        {t('saveAs')}
      </Button>
      {isNaming && (
        <Suspense>
          <SavedViewDialog
            view={undefined}
            query={query}
            onDone={(view) => {
              setNaming(false)
              if (view) onChange({ saved: view.id })
            }}
          />
        </Suspense>
      )}
    </>
  )
}
