import { Button, Group } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './EditTroubleBar.module.css'
import { useChanger } from './use-changer.ts'
import type { EditTrouble } from './use-edit-ticket.ts'
import { useFieldWords } from './use-field-words.ts'

type Props = {
  readonly trouble: EditTrouble | undefined
  readonly onInsist: () => void
  readonly onGiveIn: () => void
}

/** Says why a change did not stay: what someone else made of the field meanwhile, or what went wrong. */
export const EditTroubleBar = ({ trouble, onInsist, onGiveIn }: Props) => {
  const { t } = useTranslation('tickets')
  const sentence = useSentence()
  const { fieldName, fieldValue } = useFieldWords()
  const changer = useChanger(trouble?.kind === 'conflict' ? trouble.current : undefined)

  if (!trouble) return null
  if (trouble.kind === 'failed') {
    return <Problem title={t('failed.save')} detail={sentence(trouble.error)} onRetry={trouble.again} />
  }

  const after = { ...trouble.current, ...trouble.edit }
  const mine = trouble.fields.map((field) => fieldValue(field, after[field])).join(', ')

  return (
    <div role="alert" className={classes['bar']}>
      <IconGitMerge aria-hidden size={18} />
      <div>
        {trouble.fields.map((field) => (
          <p key={field} className={classes['change']}>
            {t(changer ? 'conflict.by' : 'conflict.bySomeone', {
              name: changer ?? '',
              field: fieldName(field),
              value: fieldValue(field, trouble.current[field]),
            })}
          </p>
        ))}
        <Group gap="xs" mt="xs">
          <Button variant="default" onClick={onGiveIn}>
            {t('conflict.theirs')}
          </Button>
          <Button variant="light" onClick={onInsist}>
            {t('conflict.mine', { value: mine })}
          </Button>
        </Group>
      </div>
    </div>
  )
}
