import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '../server/lazily.ts'
import { useAnnounce } from '../ui/announce.ts'
import { useDirectory } from '../ui/directory.ts'
import { say } from '../ui/say.ts'
import { useOfferUndo } from '../ui/undo.ts'
import { type ManyChange, ManyContext } from './many.ts'
import { metIn } from './many-run.ts'
import { inverseSteps } from './many-steps.ts'
import { useFieldWords } from './use-field-words.ts'
import { type ManyRun, useManyRun } from './use-many-run.ts'

const ManyBar = lazily(async () => (await import('./ManyBar.tsx')).ManyBar)

/** Changes many tickets for whoever asks, says how far that is and what did not work, and offers to take it back. */
export const ManyChanges = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('many')
  const { me } = useDirectory()
  const { bulkWords } = useFieldWords()
  const offerUndo = useOfferUndo()
  const announce = useAnnounce()
  const { run, isUnderWay, start, stop, putAway } = useManyRun()

  const change = async ({ steps, changes, total }: ManyChange) => {
    if (isUnderWay) {
      say(t('busy'))
      return
    }
    const { changed } = await start(steps, { changes, total }, false)
    if (changed.length === 0) return
    offerUndo({
      said: t('changed', { count: changed.length, what: bulkWords(changes) }),
      undo: async () => {
        const inverse = inverseSteps(changed, changes, me.id)
        const fields = inverse.reduce((sum, { ids = [] }) => sum + ids.length, 0)
        await start(inverse, { changes, total: fields }, true)
        return undefined
      },
    })
  }

  useEffect(() => {
    if (isUnderWay) announce(t('begun'))
  }, [announce, isUnderWay, t])

  return (
    <ManyContext value={(wanted) => void change(wanted)}>
      <Suspense>{run && isWorthTelling(run) && <ManyBar run={run} onStop={stop} onClose={putAway} />}</Suspense>
      {children}
    </ManyContext>
  )
}

/** Whether there is more to tell of it than that it was done, which the offer to take it back says. */
const isWorthTelling = ({ state, isStopped, error, tally, isUndo, total }: ManyRun) =>
  state !== 'over' ||
  isStopped ||
  error !== undefined ||
  tally.refused.length > 0 ||
  tally.changed.length === 0 ||
  (isUndo && metIn(tally) < total)
