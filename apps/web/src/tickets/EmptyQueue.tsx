import { Button, Group } from '@mantine/core'
import { IconInbox, IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Link } from 'react-router'
import { isNarrowed, type QueueAddress, writeQueueAddress } from './queue-address.ts'
import { asks, savedAddress } from './saved-address.ts'
import { useSavedViews } from './use-saved-views.ts'

type Props = { readonly address: QueueAddress; readonly onWiden: () => void }

/** A view without tickets: because there are none, or because it was narrowed too far. */
export const EmptyQueue = ({ address, onWiden }: Props) => {
  const { t } = useTranslation(['tickets', 'saved'])
  const saved = useSavedViews().views.find(({ id }) => id === address.saved)

  if (saved && asks(address, saved)) {
    return (
      <EmptyState icon={IconInbox} title={t('saved:empty', { name: saved.name })}>
        <p>{t('saved:emptyNext')}</p>
      </EmptyState>
    )
  }

  if (isNarrowed(address)) {
    return (
      <EmptyState icon={IconSearchOff} title={t('empty.narrowed')}>
        <p>{t('empty.narrowedNext')}</p>
        <Group gap="xs" justify="center">
          {address.q.trim() !== '' && (
            <Button
              component={Link}
              to={{ pathname: '/search', search: writeQueueAddress({ ...address, view: 'all' }) }}
            >
              {t('find.everywhere')}
            </Button>
          )}
          {saved ? (
            <Button
              variant="default"
              component={Link}
              to={{ pathname: '/tickets', search: writeQueueAddress(savedAddress(saved)) }}
            >
              {t('saved:backTo', { name: saved.name })}
            </Button>
          ) : (
            <Button variant="default" onClick={onWiden}>
              {t('empty.widen')}
            </Button>
          )}
        </Group>
      </EmptyState>
    )
  }

  return (
    <EmptyState icon={IconInbox} title={t(`empty.${address.view}`)}>
      <p>{t(address.view === 'mine' ? 'empty.mineNext' : 'empty.next')}</p>
    </EmptyState>
  )
}
