import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { useAnnounce } from '../ui/announce.ts'
import { say } from '../ui/say.ts'
import { type Undoable, UndoContext } from '../ui/undo.ts'
import { UndoBar } from './UndoBar.tsx'
import { emptyStack, held, type Offer, offered, released, withoutExpired, withoutOffer } from './undo-stack.ts'

/** What was done last can be taken back for ten seconds: by key, or by the bar that says so. */
export const Undo = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [stack, setStack] = useState(emptyStack)
  const lastId = useRef(0)
  const newest = stack.offers.at(-1)

  const offer = (what: Undoable) => {
    lastId.current += 1
    const id = lastId.current
    setStack((before) => offered(before, what, id, Date.now()))
    announce(t('undo.offered', { said: what.said }))
  }
  const takeBack = async ({ id, undo }: Offer) => {
    setStack((before) => released(withoutOffer(before, id), Date.now()))
    const kept = await undo()
    if (kept === undefined) announce(t('undo.done'))
    else say(kept)
  }

  useCommands({
    undo: { run: () => newest && void takeBack(newest), whyNot: newest ? undefined : t('undo.nothing') },
  })

  const soonest = stack.heldAt === undefined ? Math.min(...stack.offers.map(({ until }) => until)) : Infinity
  useEffect(() => {
    if (soonest === Infinity) return
    const timer = setTimeout(() => setStack((before) => withoutExpired(before, Date.now())), soonest - Date.now())
    return () => clearTimeout(timer)
  }, [soonest])

  return (
    <UndoContext value={offer}>
      {children}
      {newest && (
        <UndoBar
          key={newest.id}
          said={newest.said}
          isHeld={stack.heldAt !== undefined}
          onUndo={() => void takeBack(newest)}
          onHold={() => setStack((before) => held(before, Date.now()))}
          onRelease={() => setStack((before) => released(before, Date.now()))}
        />
      )}
    </UndoContext>
  )
}
