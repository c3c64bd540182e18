import { useTranslation } from 'react-i18next'
import { problemCode, triedAgain } from './problem-code.ts'
import { clockTime } from './relative-time.ts'
import { useLocale } from './use-locale.ts'

/** Says in the reader's language what went wrong with a request, and what to do. */
export const useSentence = () => {
  const { t } = useTranslation('ui')
  const locale = useLocale()
  return (error: unknown) => {
    const code = problemCode(error)
    const again = triedAgain(error)
    if (code !== 'too_many_requests' || again === undefined) return t(`problem.${code}`)
    // The clock is read in minutes: the one that it names has begun too early.
    const time = new Date(Date.parse(again) + 59_000).toISOString()
    return t('triesAgainAt', { time: clockTime(time, locale) })
  }
}
