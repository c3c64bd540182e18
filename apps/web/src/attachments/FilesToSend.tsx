import type { Attachment } from '@livedesk/events'
import { mostFileBytes, mostFiles } from '@livedesk/resources'
import { CloseButton, Progress, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/use-locale.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { fileSize } from './file-size.ts'
import classes from './FilesToSend.module.css'
import { fileAddress } from '../ui/file-address.ts'
import type { Upload } from './upload-queue.ts'
import type { useUploads } from './use-uploads.ts'

type Props = {
  /** What is uploaded. */
  readonly files: readonly Attachment[]
  readonly uploading: Pick<ReturnType<typeof useUploads>, 'uploads' | 'isTooMany' | 'retry' | 'remove'>
  readonly onRemove: (file: Attachment) => void
}

/** The files that go with what is being written: those that are there, those on their way, and those that did not get there. */
export const FilesToSend = ({ files, uploading, onRemove }: Props) => {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  const { uploads, isTooMany, retry, remove } = uploading
  const below = uploads.filter(({ isPlaced }) => !isPlaced)
  if (files.length === 0 && below.length === 0 && !isTooMany) return null

  return (
    <div className={classes['files']}>
      <ul aria-label={t('waiting')} className={classes['list']}>
        {files.map((file) => (
          <li key={file.id} className={classes['file']}>
            {file.width === undefined ? (
              <IconFile aria-hidden size={18} />
            ) : (
              <img src={fileAddress(file.id)} alt="" className={classes['picture']} />
            )}
            <span className={classes['name']} title={file.name}>
              {file.name}
            </span>
            <span className={classes['size']}>{fileSize(file.size, locale)}</span>
            <CloseButton size="xs" aria-label={t('remove', { name: file.name })} onClick={() => onRemove(file)} />
          </li>
        ))}
        {below.map((upload) => (
          <OnItsWay
            key={upload.key}
            as="li"
            upload={upload}
            onRetry={() => retry(upload.key)}
            onRemove={() => remove(upload.key)}
          />
        ))}
      </ul>
      {isTooMany && (
        <p role="alert" className={classes['refused']}>
          {t('tooMany', { count: mostFiles })}
        </p>
      )}
    </div>
  )
}

type OnItsWayProps = {
  readonly as: 'li' | 'span'
  readonly upload: Upload
  readonly onRetry: () => void
  readonly onRemove: () => void
}

/** A file on its way, or why it did not get there. */
export const OnItsWay = ({ as: Frame, upload: { file, progress, trouble }, onRetry, onRemove }: OnItsWayProps) => {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  const sentence = useSentence()
  const why =
    trouble === 'too_large' ? t('tooLarge', { most: fileSize(mostFileBytes, locale) }) : trouble && sentence(trouble)

  return (
    <Frame className={classes['file']} data-failed={trouble !== undefined || undefined}>
      {trouble ? <IconAlertTriangle aria-hidden size={18} /> : <IconFile aria-hidden size={18} />}
      <span className={classes['name']} title={file.name}>
        {file.name}
      </span>
      {trouble ? (
        <span role="alert" className={classes['why']}>
          {t('failed')} {why}
        </span>
      ) : (
        <Progress
          value={progress * 100}
          size="sm"
          className={classes['progress']}
          aria-label={t('uploading', { name: file.name })}
        />
      )}
      {trouble && trouble !== 'too_large' && (
        <UnstyledButton className={classes['retry']} onClick={onRetry}>
          {t('retry')}
        </UnstyledButton>
      )}
      <CloseButton size="xs" aria-label={t('remove', { name: file.name })} onClick={onRemove} />
    </Frame>
  )
}
