import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../ui/EmptyState.tsx'

/** An address that leads nowhere. */
export const LostPage = () => {
  const { t } = useTranslation()
  return (
    <EmptyState icon={IconMapQuestion} title={t('lost.title')}>
      <p>{t('lost.next')}</p>
      <Button component={Link} to="/tickets" variant="default">
        {t('lost.home')}
      </Button>
    </EmptyState>
  )
}
