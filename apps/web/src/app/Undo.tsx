import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands/use-commands.ts'
import { useAnnounce } from '../ui/announce.ts'
import { say } from '../ui/say.ts'
import { type Undoable, UndoContext, type UnderWay } from '../ui/undo.ts'
import { UndoBar } from './UndoBar.tsx'
import {
  emptyStack,
  held,
  type Offer,
  offered,
  released,
  type UndoStack,
  withoutExpired,
  withoutOffer,
} from './undo-stack.ts'

/** What was done last can be taken back for ten seconds: by key, or by the bar that says so. */
export const Undo = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [stack, setStack] = useState(emptyStack)
  const latest = useRef(emptyStack)
  const lastId = useRef(0)
  const acts = useRef(new Set<Promise<unknown>>())
  const newest = stack.offers.at(-1)

  const change = (to: (before: UndoStack) => UndoStack) => {
    latest.current = to(latest.current)
    setStack(latest.current)
  }
  const offer = (what: Undoable) => {
    lastId.current += 1
    const id = lastId.current
    change((before) => offered(before, what, id, Date.now()))
    announce(t('undo.offered', { said: what.said }))
  }
  const underWay: UnderWay = (act) => {
    const end = () => void acts.current.delete(act)
    acts.current.add(act)
    void act.then(end, end)
    return act
  }
  const takeBack = async ({ id, undo }: Offer) => {
    change((before) => released(withoutOffer(before, id), Date.now()))
    const kept = await undo()
    if (kept === undefined) announce(t('undo.done'))
    else say(kept)
  }
  // The last thing that was done may be what the desk is being asked just now. If nothing comes of it, nothing is taken back.
  const takeBackLast = async () => {
    const [before, underWay] = [lastId.current, [...acts.current]]
    await Promise.allSettled(underWay)
    const last = latest.current.offers.at(-1)
    if (last && (underWay.length === 0 || last.id > before)) await takeBack(last)
  }

  useCommands({
    undo: {
      run: () => void takeBackLast(),
      // As it is when the key is pressed, which may be before what was done last is drawn.
      get whyNot() {
        return latest.current.offers.length > 0 || acts.current.size > 0 ? undefined : t('undo.nothing')
      },
    },
  })

  const expire = useEffectEvent(() => change((before) => withoutExpired(before, Date.now())))
  const soonest = stack.heldAt === undefined ? Math.min(...stack.offers.map(({ until }) => until)) : Infinity
  useEffect(() => {
    if (soonest === Infinity) return
    const timer = setTimeout(() => expire(), soonest - Date.now())
    return () => clearTimeout(timer)
  }, [soonest])

  return (
    <UndoContext value={{ offer, underWay }}>
      {children}
      {newest && (
        <UndoBar
          key={newest.id}
          said={newest.said}
          isHeld={stack.heldAt !== undefined}
          onUndo={() => void takeBack(newest)}
          onHold={() => change((before) => held(before, Date.now()))}
          onRelease={() => change((before) => released(before, Date.now()))}
        />
      )}
    </UndoContext>
  )
}
