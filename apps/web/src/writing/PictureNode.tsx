import { AttachmentId, mostAlt } from '@livedesk/events'
import { TextInput } from '@mantine/core'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PictureInWords } from './PictureInWords.tsx'
import classes from './PictureNode.module.css'

/** A picture while it is being written about: chosen, it can be said what is to be seen in it. */
export const PictureNode = ({ node, selected, updateAttributes, editor }: NodeViewProps) => {
  const { data: id } = AttachmentId.safeParse(node.attrs['attachment_id'])
  const alt = String(node.attrs['alt'])
  if (id === undefined) return <NodeViewWrapper as="span" />

  return (
    <NodeViewWrapper as="span" className={classes['picture']} data-selected={selected || undefined}>
      <span data-drag-handle>
        <PictureInWords id={id} alt={alt} />
      </span>
      {selected && (
        <AltField alt={alt} onChange={(said) => updateAttributes({ alt: said })} onDone={() => editor.view.focus()} />
      )}
    </NodeViewWrapper>
  )
}

type Props = { readonly alt: string; readonly onChange: (alt: string) => void; readonly onDone: () => void }

const AltField = ({ alt, onChange, onDone }: Props) => {
  const { t } = useTranslation('writing')
  const [said, setSaid] = useState(alt)
  return (
    <TextInput
      size="xs"
      aria-label={t('picture.altFor', { name: alt })}
      placeholder={t('picture.alt')}
      className={classes['alt']}
      maxLength={mostAlt}
      value={said}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setSaid(event.currentTarget.value)
        onChange(event.currentTarget.value.trim() || t('picture.unnamed'))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    />
  )
}
