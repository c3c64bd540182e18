import { FileButton } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import { IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './WritingToolbar.module.css'

/** The tools of writing. Each shows whether it is on where the caret is. */
export const WritingToolbar = ({ onPictures }: { readonly onPictures: (files: readonly File[]) => void }) => {
  const { t } = useTranslation('writing')

  return (
    <RichTextEditor.Toolbar role="toolbar" aria-label={t('tools')} className={classes['toolbar']}>
      <RichTextEditor.Bold />
      <RichTextEditor.Italic />
      <RichTextEditor.Strikethrough />
      <RichTextEditor.Link />
      <RichTextEditor.BulletList />
      <RichTextEditor.OrderedList />
      <RichTextEditor.Blockquote />
      <RichTextEditor.Code />
      <RichTextEditor.CodeBlock />
      <FileButton multiple accept="image/png,image/jpeg,image/gif,image/webp,image/avif" onChange={onPictures}>
        {(props) => (
          <RichTextEditor.Control {...props} aria-label={t('picture.insert')} title={t('picture.insert')}>
            <IconPhoto aria-hidden size={16} />
          </RichTextEditor.Control>
        )}
      </FileButton>
    </RichTextEditor.Toolbar>
  )
}
