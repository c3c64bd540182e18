import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Loading.module.css'

/** The shape of what comes. Nothing is drawn for the first 150 ms: what is quick never flickers. */
export const Loading = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('loading')} className={classes['loading']}>
      {children}
    </div>
  )
}
