import { Button, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { MessageBones } from './MessageBones.tsx'
import { Problem } from './Problem.tsx'
import classes from './SettingsSection.module.css'
import { useSentence } from './use-sentence.ts'

type Props<Loaded> = {
  readonly title: string
  /** What is kept here, and what for. */
  readonly why?: ReactNode
  /** The way to a new one, for whoever may make one. */
  readonly add?: { readonly label: string; readonly run: () => void } | undefined
  readonly answer: {
    readonly data?: Loaded | undefined
    readonly error?: unknown
    readonly refetch: () => unknown
  }
  /** What is said when it could not be loaded. */
  readonly failed: string
  readonly children: (loaded: Loaded) => ReactNode
}

/** A page of the settings that lists what the desk or a person has: bones until it is here, and what to do if it does not come. */
export const SettingsSection = <Loaded,>({ title, why, add, answer, failed, children }: Props<Loaded>) => {
  const sentence = useSentence()
  const { data, error, refetch } = answer

  return (
    <section aria-label={title}>
      <header className={classes['header']}>
        <Title order={2}>{title}</Title>
        {add && (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add.run}>
            {add.label}
          </Button>
        )}
      </header>
      {why && <p className={classes['why']}>{why}</p>}
      {data === undefined && !error && <MessageBones />}
      {data === undefined && Boolean(error) && (
        <Problem title={failed} detail={sentence(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && children(data)}
    </section>
  )
}
