import type { CannedReply } from '@livedesk/events'
import { Button, Modal, Title } from '@mantine/core'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { useCannedRepliesQuery } from './canned-api.ts'
import classes from './Canned.module.css'
import { CannedForm } from './CannedForm.tsx'
import { CannedRows } from './CannedRows.tsx'

type Props = {
  /** The keys that put one in. */
  readonly keys: ReactNode
}

/** What is said and done often: the desk's canned replies and macros, and one's own. */
export const CannedPage = ({ keys }: Props) => {
  const { t } = useTranslation('canned')
  const sentence = useSentence()
  const { data, error, refetch } = useCannedRepliesQuery()
  const [editing, setEditing] = useState<CannedReply | 'new'>()
  const close = () => setEditing(undefined)

  return (
    <section aria-label={t('title')}>
      <header className={classes['header']}>
        <Title order={2}>{t('title')}</Title>
        <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      </header>
      <p className={classes['why']}>
        {t('why')} {keys}
      </p>
      {error && !data && <Problem title={t('failed.list')} detail={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && <MessageBones />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconBolt} title={t('empty')}>
          <p>{t('emptyNext')}</p>
        </EmptyState>
      )}
      {data && <CannedRows label={t('own')} rows={data.items.filter(isOwn)} onEdit={setEditing} />}
      {data && <CannedRows label={t('shared')} rows={data.items.filter((one) => !isOwn(one))} onEdit={setEditing} />}
      <Modal
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t('add') : editing?.name}
        size="lg"
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        {editing && <CannedForm canned={editing === 'new' ? undefined : editing} onDone={close} />}
      </Modal>
    </section>
  )
}

const isOwn = ({ owner_id }: CannedReply) => owner_id !== null
