import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './ManyBar.module.css'
import { metIn } from './many-run.ts'
import { pageSize } from './many-steps.ts'
import { useFieldWords } from './use-field-words.ts'
import type { ManyRun } from './use-many-run.ts'

type Props = { readonly run: ManyRun; readonly onStop: () => void; readonly onClose: () => void }

/** How far a change of many tickets is; then what of it did not work, and why. */
export const ManyBar = ({ run, onStop, onClose }: Props) => {
  const { t } = useTranslation('many')
  const { bulkWords } = useFieldWords()
  const what = bulkWords(run.changes)
  if (run.state === 'over') return <Outcome run={run} what={what} onClose={onClose} />

  const met = metIn(run.tally)
  // Others may have brought more of them meanwhile.
  const total = Math.max(run.total, met)
  return (
    <section aria-label={t('label')} className={classes['bar']}>
      <div className={classes['line']}>
        <span className={classes['what']}>{t(run.isUndo ? 'undoing' : 'doing', { what })}</span>
        <span data-figures className={classes['far']}>
          {run.state === 'waiting' ? t('waiting') : t('far', { met, total })}
        </span>
        <Button variant="default" size="compact-xs" disabled={run.isStopped} onClick={onStop}>
          {t(run.isStopped ? 'stopping' : 'stop')}
        </Button>
      </div>
      <Progress value={total === 0 ? 100 : (100 * met) / total} aria-label={t('label')} size="xs" />
    </section>
  )
}

const mostShown = 100

type OutcomeProps = { readonly run: ManyRun; readonly what: string; readonly onClose: () => void }

const Outcome = ({ run: { isUndo, isStopped, tally, total, changes, error }, what, onClose }: OutcomeProps) => {
  const { t } = useTranslation('many')
  const sentence = useSentence()
  const [shown, setShown] = useState(false)
  const { changed, unchanged, refused } = tally
  const kept = isUndo && !isStopped && error === undefined ? total - metIn(tally) : 0
  const said = [
    isUndo ? t('undone', { count: changed.length }) : `${t('changed', { count: changed.length, what })}.`,
    unchanged > 0 && t('unchanged', { count: unchanged }),
    kept > 0 && t('kept', { count: kept }),
    refused.length > 0 && t('refused', { count: refused.length }),
    isStopped && t(error === undefined ? 'stopped' : 'unsure', { count: pageSize }),
    error !== undefined && sentence(error),
  ]
  const reason = (code: string) => {
    if (code !== 'conflict' && code !== 'bad_request') return sentence({ kind: 'problem', data: { type: `#${code}` } })
    if (changes.snoozed_until) return t('why.snooze')
    return t(code === 'conflict' ? 'why.merged' : 'why.tags')
  }

  return (
    <section role="alert" aria-label={t('label')} className={classes['bar']} data-over>
      <div className={classes['line']}>
        <span className={classes['what']}>{said.filter(Boolean).join(' ')}</span>
        {refused.length > 0 && (
          <Button variant="default" size="compact-xs" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'hide' : 'show')}
          </Button>
        )}
        <ActionIcon variant="subtle" size="sm" aria-label={t('close')} onClick={onClose}>
          <IconX aria-hidden size={16} />
        </ActionIcon>
      </div>
      {shown && (
        <ul className={classes['refused']}>
          {refused.slice(0, mostShown).map(({ id, code }) => (
            <li key={id}>
              <Link to={`/tickets/${id}`}>#{id}</Link> {reason(code)}
            </li>
          ))}
          {refused.length > mostShown && <li>{t('more', { count: refused.length - mostShown })}</li>}
        </ul>
      )}
    </section>
  )
}
