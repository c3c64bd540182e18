import { ViewId } from '@livedesk/queue'
import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { viewAddress, writeQueueAddress, readQueueAddress } from '../tickets/queue-address.ts'
import { savedAddress } from '../tickets/saved-address.ts'
import { useSavedViews } from '../tickets/use-saved-views.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import type { Find } from './find.ts'
import { settingsPages } from './settings-pages.ts'

/** Views, saved ones too, settings, and the open tickets of each team and colleague. */
export const usePlaceFinds = () => {
  const { t } = useTranslation(['app', 'tickets'])
  const { me, people, teams } = useDirectory()
  const saved = useSavedViews().views

  const views: Find[] = ViewId.options.map((view) => ({
    id: `view ${view}`,
    label: t('palette.view', { name: t(`tickets:view.${view}`) }),
    to: `/tickets${viewAddress(view)}`,
  }))

  const savedViews: Find[] = saved.map((view) => ({
    id: `saved view ${view.id}`,
    label: t('palette.savedView', { name: view.name }),
    to: `/tickets${writeQueueAddress(savedAddress(view))}`,
  }))

  const teamQueues: Find[] = teams.map(({ id, name }) => ({
    id: `team ${id}`,
    label: t('palette.team', { name }),
    to: `/tickets${writeQueueAddress({ ...openQueue, team: [id] })}`,
  }))

  const colleagues: Find[] = people
    .filter(({ active }) => active)
    .map(({ id, name }) => ({
      id: `person ${id}`,
      label: name,
      shown: (
        <Group gap="xs" wrap="nowrap">
          <Avatar name={name} seed={`${id}`} size="small" />
          {t('palette.ticketsOf', { name })}
        </Group>
      ),
      to: `/tickets${writeQueueAddress({ ...openQueue, assignee: [id] })}`,
    }))

  const settings: Find[] = settingsPages
    .filter(({ path }) => me.role === 'admin' || path !== '/settings/people')
    .map(({ path, word }) => ({ id: path, label: t('palette.setting', { name: t(word) }), to: path }))

  return { places: [...views, ...savedViews, ...teamQueues, ...settings], colleagues }
}

const openQueue = readQueueAddress(new URLSearchParams({ view: 'open' }))
