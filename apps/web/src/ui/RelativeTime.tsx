import { useTranslation } from 'react-i18next'
import { exactTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'

type Props = { readonly moment: string; readonly className?: string | undefined }

/** How long ago something was; the exact moment on hover and for a screen reader that asks. */
export const RelativeTime = ({ moment, className }: Props) => {
  const { i18n } = useTranslation()
  const now = useNow()
  return (
    <time dateTime={moment} title={exactTime(moment, i18n.language)} className={className}>
      {relativeTime(moment, now, i18n.language)}
    </time>
  )
}
