import type { Attachment } from '@livedesk/events'
import { IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/use-locale.ts'
import { fileSize } from './file-size.ts'
import classes from './SentFiles.module.css'
import { fileAddress } from '../ui/file-address.ts'

/** The files of a message: pictures to look at, the rest to save. */
export const SentFiles = ({ files }: { readonly files: readonly Attachment[] }) => {
  const { t } = useTranslation('attachments')
  return (
    <ul aria-label={t('sent')} className={classes['files']}>
      {files.map((file) => (
        <li key={file.id}>{file.width === undefined ? <Saved file={file} /> : <Picture file={file} />}</li>
      ))}
    </ul>
  )
}

type Props = { readonly file: Attachment }

const Picture = ({ file: { id, name, width, height } }: Props) => {
  const { t } = useTranslation('attachments')
  return (
    <a href={fileAddress(id)} target="_blank" rel="noreferrer" title={name} aria-label={t('open', { name })}>
      <img
        src={fileAddress(id)}
        alt={name}
        width={width}
        height={height}
        loading="lazy"
        className={classes['picture']}
      />
    </a>
  )
}

const Saved = ({ file: { id, name, size } }: Props) => {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  return (
    <a href={fileAddress(id)} download={name} aria-label={t('save', { name })} className={classes['file']}>
      <IconFile aria-hidden size={18} />
      <span className={classes['name']}>{name}</span>
      <span className={classes['size']}>{fileSize(size, locale)}</span>
    </a>
  )
}
