import { Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../ui/announce.ts'
import classes from './HeldBack.module.css'

type Props = { readonly count: number; readonly onShow: () => void }

/** Newcomers that wait above while someone reads, and the way to let them in. */
export const HeldBack = ({ count, onShow }: Props) => {
  const { t } = useTranslation('tickets')
  const announce = useAnnounce()

  useEffect(() => {
    if (count > 0) announce(t('heldBack', { count }))
  }, [announce, count, t])

  if (count === 0) return null

  return (
    <div className={classes['pill']}>
      <Button radius="xl" size="compact-sm" rightSection={<IconArrowUp aria-hidden size={14} />} onClick={onShow}>
        {t('heldBack', { count })}
      </Button>
    </div>
  )
}
