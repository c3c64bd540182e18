import { exactTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'
import { useLocale } from './use-locale.ts'

type Props = { readonly moment: string; readonly className?: string | undefined }

/** How long ago something was; the exact moment on hover and for a screen reader that asks. */
export const RelativeTime = ({ moment, className }: Props) => {
  const locale = useLocale()
  const now = useNow()
  return (
    <time dateTime={moment} title={exactTime(moment, locale)} className={className}>
      {relativeTime(moment, now, locale)}
    </time>
  )
}
