import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'

/** What is left when a screen broke: the words that were kept, and the way back. */
export const CrashPage = () => {
  const { t } = useTranslation()
  return <Problem title={t('crashed.title')} detail={t('crashed.detail')} onRetry={() => location.reload()} />
}
