import type { TicketMessage } from '@livedesk/events'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '../ui/say.ts'
import { useTakeBack } from './use-take-back.ts'

/** How old a message is that is not offered to be taken back any more, in milliseconds. */
const settled = 20_000

/** The way to take back one's own message where it stands, in any tab, for as long as it is fresh. */
export const TakeBackButton = ({ message }: { readonly message: TicketMessage }) => {
  const { t } = useTranslation('composer')
  const takeBack = useTakeBack()
  const until = Date.parse(message.created_at) + settled
  const [isFresh, setIsFresh] = useState(() => Date.now() < until)
  useEffect(() => {
    if (!isFresh) return undefined
    const timer = setTimeout(() => setIsFresh(false), until - Date.now())
    return () => clearTimeout(timer)
  }, [isFresh, until])

  const take = async () => {
    const kept = await takeBack(message)
    if (kept !== undefined) say(kept)
  }

  if (!isFresh) return null
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      flex="none"
      leftSection={<IconArrowBackUp aria-hidden size={13} />}
      onClick={() => void take()}
    >
      {t('takeBack.do')}
    </Button>
  )
}
