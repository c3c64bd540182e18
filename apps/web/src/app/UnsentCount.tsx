import { useTranslation } from 'react-i18next'
import { useOutbox } from '../server/use-outbox.ts'

/** How much waits to be sent; nothing when nothing does. */
export const UnsentCount = () => {
  const { t } = useTranslation()
  const count = useOutbox().all.filter(({ refusal }) => refusal === undefined).length
  return count > 0 && <b>{t('unsent.count', { count })}</b>
}
