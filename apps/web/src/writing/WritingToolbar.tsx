import { RichTextEditor } from '@mantine/tiptap'
import { useTranslation } from 'react-i18next'
import classes from './WritingToolbar.module.css'

/** The tools of writing. Each shows whether it is on where the caret is. */
export const WritingToolbar = () => {
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
    </RichTextEditor.Toolbar>
  )
}
