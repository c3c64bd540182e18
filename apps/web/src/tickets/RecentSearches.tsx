import { Button } from '@mantine/core'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import classes from './RecentSearches.module.css'
import { useRecentSearches } from './use-recent-searches.ts'

/** Before there are words: what was looked for of late, and what can be looked for. */
export const RecentSearches = ({ onSearch }: { readonly onSearch: (q: string) => void }) => {
  const { t } = useTranslation('tickets')
  const { recent, forget } = useRecentSearches()

  return (
    <>
      {recent.length > 0 && (
        <section aria-label={t('find.recent')} className={classes['recent']}>
          <ul>
            {recent.map((q) => (
              <li key={q}>
                <button type="button" className={classes['words']} onClick={() => onSearch(q)}>
                  <IconHistory aria-hidden size={15} />
                  {q}
                </button>
              </li>
            ))}
          </ul>
          <Button variant="subtle" size="compact-xs" onClick={forget}>
            {t('find.forget')}
          </Button>
        </section>
      )}
      <EmptyState icon={IconSearch} title={t('find.begin')}>
        <p>{t('find.beginNext')}</p>
      </EmptyState>
    </>
  )
}
