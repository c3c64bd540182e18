import { ChatId } from '@livedesk/events'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { ChatList } from '../chats/ChatList.tsx'
import { ChatPage } from '../chats/ChatPage.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PaneDivider } from '../ui/PaneDivider.tsx'
import { MenuButton } from './MenuButton.tsx'
import classes from './Panes.module.css'
import { usePaneWidth } from './use-pane-width.ts'

const Address = z.object({ chatId: z.coerce.number().pipe(ChatId) })

/** A person's chats, and beside them the one that is open; on a narrow screen, one of them. */
export const ChatsScreen = () => {
  const { t } = useTranslation(['app', 'chats'])
  const navigate = useNavigate()
  const [listWidth, setListWidth] = usePaneWidth('list')
  const openId = Address.safeParse(useParams()).data?.chatId

  return (
    <div className={classes['panes']} data-open={openId !== undefined || undefined}>
      <div className={classes['list']} data-fixed style={{ width: listWidth.now }}>
        <ChatList openId={openId} leading={<MenuButton />} onOpen={(chatId) => void navigate(`/chats/${chatId}`)} />
      </div>
      <div className={classes['divider']}>
        <PaneDivider label={t('listWidth')} width={listWidth} onResize={setListWidth} />
      </div>
      <div className={classes['detail']} data-idle={openId === undefined || undefined}>
        {openId === undefined ? (
          <EmptyState icon={IconMessages} title={t('chats:choose')}>
            <p>{t('chats:chooseNext')}</p>
          </EmptyState>
        ) : (
          <ChatPage key={openId} chatId={openId} onClose={() => void navigate('/chats')} />
        )}
      </div>
    </div>
  )
}
