import { TicketId } from '@livedesk/events'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { Queue } from '../tickets/Queue.tsx'
import { TicketBones } from '../tickets/TicketBones.tsx'
import { PaneDivider } from '../ui/PaneDivider.tsx'
import { TicketChat, TicketPage } from './lazy-parts.ts'
import { MenuButton } from './MenuButton.tsx'
import { NewTicketButton } from './NewTicketButton.tsx'
import classes from './Panes.module.css'
import { usePaneWidth } from './use-pane-width.ts'

const Address = z.object({ ticketId: z.coerce.number().pipe(TicketId) })

/** The queue, and beside it the ticket that is open; on a narrow screen, one of them. */
export const TicketsScreen = () => {
  const { t } = useTranslation()
  const { search } = useLocation()
  const navigate = useNavigate()
  const [listWidth, setListWidth] = usePaneWidth('list')
  const openId = Address.safeParse(useParams()).data?.ticketId
  const close = () => void navigate({ pathname: '/tickets', search })

  return (
    <div className={classes['panes']} data-open={openId !== undefined || undefined}>
      <div className={classes['list']} style={openId === undefined ? undefined : { width: listWidth.now }}>
        <Queue openId={openId} leading={<MenuButton />} trailing={<NewTicketButton />} />
      </div>
      {openId !== undefined && (
        <>
          <div className={classes['divider']}>
            <PaneDivider label={t('listWidth')} width={listWidth} onResize={setListWidth} />
          </div>
          <div className={classes['detail']}>
            <Suspense fallback={<TicketBones />}>
              <TicketPage
                key={openId}
                ticketId={openId}
                onClose={close}
                chat={(chatId) => <TicketChat chatId={chatId} />}
              />
            </Suspense>
          </div>
        </>
      )}
    </div>
  )
}
