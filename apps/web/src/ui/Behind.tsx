import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Behind.module.css'

type Props = { readonly count: number; readonly onShow: () => void }

/** How many messages came below while someone reads above, and the way down. */
export const Behind = ({ count, onShow }: Props) => {
  const { t } = useTranslation('ui')
  if (count === 0) return null
  return (
    <div className={classes['behind']}>
      <Button radius="xl" size="compact-sm" rightSection={<IconArrowDown aria-hidden size={14} />} onClick={onShow}>
        {t('behind', { count })}
      </Button>
    </div>
  )
}
