import type { CountedView } from '@livedesk/resources'
import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '../server/lazily.ts'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './SavedViewsNav.module.css'
import { useDeleteViewMutation, useMoveViewMutation, useSaveViewMutation } from './saved-views-api.ts'
import { randomKey } from '../ui/random-key.ts'
import { useOfferUndo } from '../ui/undo.ts'
import { useSavedViews } from './use-saved-views.ts'

const SavedViewDialog = lazily(async () => (await import('./SavedViewDialog.tsx')).SavedViewDialog)

/** What can be done with a saved view: its name and who has it, its place, and deleting it. */
export const SavedViewMenu = ({ view }: { readonly view: CountedView }) => {
  const { t } = useTranslation('saved')
  const sentence = useSentence()
  const offerUndo = useOfferUndo()
  const [isEditing, setEditing] = useState(false)
  const [move] = useMoveViewMutation()
  const [remove] = useDeleteViewMutation()
  const [save] = useSaveViewMutation()
  const { views } = useSavedViews()
  const shelf = views.filter(({ shared }) => shared === view.shared)
  const place = shelf.findIndex(({ id }) => id === view.id)
  const above = shelf[place - 1]

  const tell = (error: unknown) => {
    if (error) notifications.show({ color: 'red', title: t('failed'), message: sentence(error) })
    return !error
  }
  const moveBefore = async (before: CountedView | undefined) =>
    tell((await move({ id: view.id, before: before?.id ?? null })).error)

  const deleteIt = async () => {
    if (!tell((await remove(view.id)).error)) return
    const { name, query, shared } = view
    offerUndo({
      said: t('deleted', { name }),
      undo: async () => {
        const { error } = await save({ name, query, shared, key: randomKey() })
        return error ? sentence(error) : undefined
      },
    })
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            className={classes['menu']}
            aria-label={t('change', { name: view.name })}
          >
            <IconDots aria-hidden size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil aria-hidden size={15} />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowUp aria-hidden size={15} />}
            disabled={!above}
            onClick={() => void moveBefore(above)}
          >
            {t('up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown aria-hidden size={15} />}
            disabled={place === shelf.length - 1}
            onClick={() => void moveBefore(shelf[place + 2])}
          >
            {t('down')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash aria-hidden size={15} />} onClick={() => void deleteIt()}>
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEditing && (
        <Suspense>
          <SavedViewDialog view={view} query={view.query} onDone={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  )
}
