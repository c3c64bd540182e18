import { type Day, type Days, readDays } from '@livedesk/queue'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/use-locale.ts'

/** Says days as a person would. */
export const useDaysWords = () => {
  const { t } = useTranslation('tickets')
  const locale = useLocale()
  const day = (of: Day) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${of}T00:00:00.000Z`))

  return (days: Days): string => {
    const asked = readDays(days)
    if (!asked) return days
    if (asked.kind !== 'between') {
      if (asked.count === 1) return t(asked.kind === 'last' ? 'filter.today' : 'filter.beforeToday')
      return t(`filter.${asked.kind}`, { count: asked.count })
    }
    const { first, last } = asked
    if (first === undefined) return t('filter.toDay', { to: last === undefined ? '' : day(last) })
    if (last === undefined) return t('filter.fromDay', { from: day(first) })
    return first === last ? day(first) : t('filter.betweenDays', { from: day(first), to: day(last) })
  }
}
