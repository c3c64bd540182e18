import { Button, Group } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { KeptWork } from '../server/outbox.ts'
import { useOutbox } from '../server/use-outbox.ts'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './RefusedWork.module.css'
import { useWorkWords } from './use-work-words.ts'

/** What was done while the desk could not be reached, and is refused by it now: it is kept until its person has decided. */
export const RefusedWork = ({ refused }: { readonly refused: readonly KeptWork[] }) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const sentence = useSentence()
  const workWords = useWorkWords()
  const { outbox } = useOutbox()

  return (
    <section aria-label={t('unsent.refusedLabel')} className={classes['list']}>
      {refused.map((work) => {
        const { what, where, words, insisted } = workWords(work)
        const { withdrawn } = work
        return (
          <div key={work.id} role="alert" className={classes['work']}>
            <IconMailOff aria-hidden size={18} />
            <div className={classes['body']}>
              <p className={classes['what']}>{t(withdrawn ? 'unsent.stays' : 'unsent.refused', { what })}</p>
              {words && <blockquote className={classes['words']}>{words}</blockquote>}
              <p className={classes['why']}>{sentence(work.refusal)}</p>
              <Group gap="xs" mt="xs">
                {insisted !== undefined && !withdrawn && (
                  <Button variant="light" onClick={() => outbox.again({ ...work, arg: insisted })}>
                    {t('unsent.again')}
                  </Button>
                )}
                {where && (
                  <Button variant="default" onClick={() => void navigate(where)}>
                    {t('unsent.look')}
                  </Button>
                )}
                <Button variant="subtle" onClick={() => outbox.drop(work.id)}>
                  {t(withdrawn ? 'unsent.seen' : 'unsent.drop')}
                </Button>
              </Group>
            </div>
          </div>
        )
      })}
    </section>
  )
}
