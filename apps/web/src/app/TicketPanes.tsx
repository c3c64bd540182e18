import { TicketId } from '@livedesk/events'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { TicketBones } from '../tickets/TicketBones.tsx'
import { Contained } from '../ui/Contained.tsx'
import { PaneDivider } from '../ui/PaneDivider.tsx'
import { TicketChat, TicketPage } from './lazy-parts.ts'
import classes from './Panes.module.css'
import { usePaneWidth } from './use-pane-width.ts'

const Address = z.object({ ticketId: z.coerce.number().pipe(TicketId) })

type Props = {
  /** The address of the list when no ticket is open. */
  readonly home: string
  readonly list: (openId: TicketId | undefined) => ReactNode
}

/** Tickets, and beside them the one that is open; on a narrow screen, one of them. */
export const TicketPanes = ({ home, list }: Props) => {
  const { t } = useTranslation()
  const { search } = useLocation()
  const navigate = useNavigate()
  const [listWidth, setListWidth] = usePaneWidth('list')
  const openId = Address.safeParse(useParams()).data?.ticketId
  const close = () => void navigate({ pathname: home, search })

  return (
    <div className={classes['panes']} data-open={openId !== undefined || undefined}>
      <div className={classes['list']} style={openId === undefined ? undefined : { width: listWidth.now }}>
        <Contained of={search}>{list(openId)}</Contained>
      </div>
      {openId !== undefined && (
        <>
          <div className={classes['divider']}>
            <PaneDivider label={t('listWidth')} width={listWidth} onResize={setListWidth} />
          </div>
          <div className={classes['detail']}>
            <Contained of={openId}>
              <Suspense fallback={<TicketBones />}>
                <TicketPage
                  key={openId}
                  ticketId={openId}
                  onClose={close}
                  chat={(chatId) => <TicketChat chatId={chatId} />}
                />
              </Suspense>
            </Contained>
          </div>
        </>
      )}
    </div>
  )
}
