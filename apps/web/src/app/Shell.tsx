import type { TicketId } from '@livedesk/events'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useCommands, useKeyboard } from '../commands/use-commands.ts'
import { useOutbox } from '../server/use-outbox.ts'
import { ManyChanges } from '../tickets/ManyChanges.tsx'
import { Contained } from '../ui/Contained.tsx'
import { PaneDivider } from '../ui/PaneDivider.tsx'
import { say } from '../ui/say.ts'
import { ConnectionBar } from './ConnectionBar.tsx'
import { KeySheet, MenuDrawer, NewTicketDialog, Palette } from './lazy-parts.ts'
import { RefusedWork } from './RefusedWork.tsx'
import { Rail } from './Rail.tsx'
import { ShellContext } from './shell-context.ts'
import classes from './Shell.module.css'
import { Undo } from './Undo.tsx'
import { useGoCommands } from './use-go-commands.ts'
import { usePalette } from './use-palette.ts'
import { usePaneWidth } from './use-pane-width.ts'

/** What stands around every screen. */
export const Shell = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { key: place } = useLocation()
  const content = useRef<HTMLElement>(null)
  const [railWidth, setRailWidth] = usePaneWidth('rail')
  const [open, setOpen] = useState<'new-ticket' | 'keys'>()
  const [menuAt, setMenuAt] = useState<string>()
  const refused = useOutbox().all.filter(({ refusal }) => refusal !== undefined)
  const openNewTicket = () => setOpen('new-ticket')
  const showKeys = () => setOpen('keys')
  const palette = usePalette()
  useKeyboard(say, palette.from !== undefined)
  useGoCommands()
  useCommands({ newTicket: openNewTicket, keySheet: showKeys })

  // A screen that went took the focus with it: the next one begins where its content does.
  useEffect(() => {
    if (document.activeElement === document.body) content.current?.focus()
  })

  const showTicket = (ticketId: TicketId) => {
    setOpen(undefined)
    void navigate(`/tickets/${ticketId}`)
  }

  return (
    <ShellContext value={{ openMenu: () => setMenuAt(place), openNewTicket }}>
      <a href="#content" className={classes['skip']}>
        {t('skip')}
      </a>
      <div className={classes['shell']}>
        <aside aria-label={t('rail')} className={classes['rail']}>
          <div style={{ width: railWidth.now }}>
            <Contained of={place}>
              <Rail onShowKeys={showKeys} />
            </Contained>
          </div>
          <PaneDivider label={t('railWidth')} width={railWidth} onResize={setRailWidth} />
        </aside>
        <main ref={content} id="content" tabIndex={-1} className={classes['content']}>
          <ConnectionBar />
          {refused.length > 0 && <RefusedWork refused={refused} />}
          <Undo>
            <ManyChanges>
              <Suspense>
                <Outlet />
              </Suspense>
            </ManyChanges>
          </Undo>
        </main>
      </div>
      <Suspense>
        {/* Going anywhere closes it: it belongs to the place where it was opened. */}
        <MenuDrawer opened={menuAt === place} onClose={() => setMenuAt(undefined)} onShowKeys={showKeys} />
        <NewTicketDialog opened={open === 'new-ticket'} onClose={() => setOpen(undefined)} onCreated={showTicket} />
        {palette.from && (
          <Palette from={palette.from} query={palette.query} onQuery={palette.setQuery} onClose={palette.close} />
        )}
        <KeySheet opened={open === 'keys'} onClose={() => setOpen(undefined)} />
      </Suspense>
    </ShellContext>
  )
}
