import type { AttachmentId } from '@livedesk/events'
import { IconPhotoOff } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileAddress } from '../ui/file-address.ts'
import { FilesOfMessage } from './files-of-message.ts'

type Props = { readonly id: AttachmentId; readonly alt: string }

/** A picture between words, as large as reading allows; a quiet box with its name if there is none (any more). */
export const PictureInWords = ({ id, alt }: Props) => {
  const { t } = useTranslation('writing')
  const file = useContext(FilesOfMessage).find((one) => one.id === id)
  const [isMissing, setIsMissing] = useState(false)

  if (isMissing)
    return (
      <span role="img" aria-label={t('picture.missing', { name: alt })} data-missing-picture>
        <IconPhotoOff aria-hidden size={16} />
        {alt}
      </span>
    )
  return (
    <img
      src={fileAddress(id)}
      alt={alt}
      {...sizeOf(file)}
      loading="lazy"
      draggable={false}
      data-in-words
      onError={() => setIsMissing(true)}
    />
  )
}

const [mostWidth, mostHeight] = [420, 260]

// Nothing jumps when its bytes come.
const sizeOf = ({
  width,
  height,
}: { readonly width?: number | undefined; readonly height?: number | undefined } = {}) => {
  if (width === undefined || height === undefined) return undefined
  const scale = Math.min(1, mostWidth / width, mostHeight / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
