import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chord } from '../commands/chord.ts'
import type { CommandId } from '../commands/command-table.ts'
import { ChordCaps } from '../commands/KeyCaps.tsx'
import { chordsWith, useOwnChords } from '../commands/own-chords.ts'
import { asUsual, canDo, remapped, takenBy } from '../commands/remap.ts'
import { ChordRecorder } from './ChordRecorder.tsx'
import classes from './CommandKeys.module.css'

type Step =
  | { readonly kind: 'shown' }
  | { readonly kind: 'recording' }
  /** The chord does something else already: the person decides. */
  | { readonly kind: 'taken'; readonly chord: Chord; readonly by: readonly CommandId[] }
  | { readonly kind: 'refused'; readonly chord: Chord }

/** One command and its keys, which can be others, and the usual ones again. */
export const CommandKeys = ({ id }: { readonly id: CommandId }) => {
  const { t } = useTranslation(['app', 'commands'])
  const [own, store] = useOwnChords()
  const [step, setStep] = useState<Step>({ kind: 'shown' })
  const chords = chordsWith(own)
  const name = t(`commands:do.${id}`)

  const take = (chord: Chord) => {
    store({ ...remapped(own, chords, id, chord) })
    setStep({ kind: 'shown' })
  }
  const record = (chord: Chord) => {
    const by = takenBy(chords, chord, id)
    if (!canDo(id, chord)) setStep({ kind: 'refused', chord })
    else if (by.length > 0) setStep({ kind: 'taken', chord, by })
    else take(chord)
  }
  const cancel = useCallback(() => setStep({ kind: 'shown' }), [])

  return (
    <li className={classes['command']}>
      <span className={classes['name']}>{name}</span>
      {step.kind === 'recording' ? (
        <ChordRecorder label={t('keys.record', { name })} onRecord={record} onCancel={cancel} />
      ) : (
        <span className={classes['keys']}>
          {chords(id).length === 0 && <span className={classes['none']}>{t('keys.none')}</span>}
          {chords(id).map((chord) => (
            <ChordCaps key={chord} chord={chord} />
          ))}
          <Tooltip label={t('keys.change')}>
            <ActionIcon aria-label={t('keys.changeOf', { name })} onClick={() => setStep({ kind: 'recording' })}>
              <IconPencil aria-hidden size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('keys.reset')}>
            <ActionIcon
              aria-label={t('keys.resetOf', { name })}
              className={classes['reset']}
              disabled={own[id] === undefined}
              onClick={() => store({ ...asUsual(own, chords, id) })}
            >
              <IconArrowBackUp aria-hidden size={15} />
            </ActionIcon>
          </Tooltip>
        </span>
      )}
      {step.kind === 'taken' && (
        <div role="alert" className={classes['trouble']}>
          <span>
            <ChordCaps chord={step.chord} />{' '}
            {t('keys.taken', { names: step.by.map((other) => t(`commands:do.${other}`)).join(', ') })}
          </span>
          <Button variant="light" onClick={() => take(step.chord)}>
            {t('keys.takeOver')}
          </Button>
          <Button variant="default" onClick={cancel}>
            {t('keys.leave')}
          </Button>
        </div>
      )}
      {step.kind === 'refused' && (
        <div role="alert" className={classes['trouble']}>
          <span>
            <ChordCaps chord={step.chord} /> {t('keys.refused')}
          </span>
          <Button variant="default" onClick={() => setStep({ kind: 'recording' })}>
            {t('keys.again')}
          </Button>
        </div>
      )}
    </li>
  )
}
