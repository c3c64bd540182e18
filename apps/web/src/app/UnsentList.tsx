import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { KeptWork } from '../server/outbox.ts'
import classes from './UnsentCount.module.css'
import { useTakeBackUnsent } from './use-take-back-unsent.ts'
import { useWorkWords } from './use-work-words.ts'

/** What waits to be sent, first what goes first. Any of it can be taken back. */
export const UnsentList = ({ waiting }: { readonly waiting: readonly KeptWork[] }) => {
  const { t } = useTranslation()
  const workWords = useWorkWords()
  const takeBack = useTakeBackUnsent()
  return (
    <ol aria-label={t('unsent.waiting')} className={classes['list']}>
      {waiting.map((work) => {
        const { what, words } = workWords(work)
        return (
          <li key={work.id}>
            <div className={classes['what']}>
              {what}
              {words && <p className={classes['words']}>{words}</p>}
            </div>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={`${t('unsent.takeBack')}: ${what}`}
              onClick={() => void takeBack(work)}
            >
              {t('unsent.takeBack')}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
