import type { RichText, UserId } from '@livedesk/events'
import { documentOf } from '@livedesk/resources'
import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.layer.css'
import {
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { caretIn, documentToEdit, gapIn, isUntouched, showAnew, writtenIn } from './editor-document.ts'
import { writingExtensions } from './editor-extensions.ts'
import { findPeople } from './find-people.ts'
import { OfferList } from './OfferList.tsx'
import { optionId } from './option-id.ts'
import { OfferMenu } from './offer-menu.ts'
import type { Selected } from './PlainField.tsx'
import { mentionsFrom } from './mention-node.ts'
import { snippetsFrom } from './snippets.ts'
import { useMountedEditor } from './use-mounted-editor.ts'
import { usePictures } from './use-pictures.ts'
import richText from './RichText.module.css'
import classes from './WritingEditor.module.css'
import { WritingToolbar } from './WritingToolbar.tsx'
import type { Snippets, Uploads, WritingField, Written } from './written.ts'

export type WritingEditorProps = {
  readonly field: Ref<WritingField>
  readonly label: string
  readonly placeholder: string
  readonly value: Written
  readonly onChange: (written: Written) => void
  /** Whether colleagues can be mentioned. */
  readonly mentions: boolean
  /** What a slash offers. */
  readonly snippets: Snippets
  /** How pictures get to the desk. */
  readonly uploads: Uploads
  /** Whether the tools stand above what is written. */
  readonly tools: boolean
  /** What Escape does. */
  readonly onLeave: () => void
  /** Where the caret stood in the text before the editor was here, if it did. */
  readonly selectedRef: RefObject<Selected | undefined>
}

/** An editor of rich text. What it is given anew by others (another tab, a sent draft), it shows; what is written, it says at once. */
export const WritingEditor = ({
  field,
  label,
  placeholder,
  value,
  onChange,
  mentions,
  snippets,
  uploads,
  tools,
  onLeave,
  selectedRef,
}: WritingEditorProps) => {
  const { t } = useTranslation('writing')
  const { me, people, person } = useDirectory()
  const [menu] = useState(() => new OfferMenu())
  const offer = useSyncExternalStore(menu.subscribe, menu.offer)
  const list = useId()
  const said = useRef(value)
  const nameOf = (id: UserId) => person(id)?.name ?? t('someone')

  const editor = useMountedEditor(() => ({
    extensions: [...writingExtensions, snippetsFrom(menu), ...(mentions ? [mentionsFrom(menu)] : [])],
    content: documentToEdit(value),
    injectCSS: false,
  }))
  const leave = useEffectEvent(onLeave)
  const active = offer && optionId(list, offer.items[offer.chosen])
  useLayoutEffect(
    () =>
      editor.setOptions({
        editorProps: {
          attributes: {
            class: richText['text'] ?? '',
            role: 'textbox',
            'aria-multiline': 'true',
            'aria-label': label,
            'aria-placeholder': placeholder,
            ...(active !== undefined && { 'aria-controls': list, 'aria-activedescendant': active }),
          },
          // The desk's own keys send, and take back what was sent: not a word of them is the editor's.
          handleDOMEvents: {
            keydown: ({ state, dom }, event) =>
              (event.ctrlKey || event.metaKey) &&
              (event.key === 'Enter' ||
                (event.code === 'KeyZ' &&
                  !event.shiftKey &&
                  (isUntouched(state) || dom.closest('[aria-busy=true]') !== null))),
            // The browser remembers what is none of its business, too.
            beforeinput: (_view, event) => {
              if (!event.inputType.startsWith('history')) return false
              event.preventDefault()
              return true
            },
          },
          handleKeyDown: (_view, event) => {
            if (event.key !== 'Escape' || menu.offer()) return false
            leave()
            return true
          },
        },
      }),
    [editor, menu, label, placeholder, list, active],
  )
  const update = useEffectEvent(() => {
    said.current = writtenIn(editor.state.doc, nameOf)
    onChange(said.current)
  })
  useLayoutEffect(() => {
    const say = () => update()
    editor.on('update', say)
    return () => void editor.off('update', say)
  }, [editor])

  const pictures = usePictures(editor, uploads, value)

  // The editor's own `focus` waits for a frame, in which every key would be a command of the desk's.
  useImperativeHandle(
    field,
    () => ({
      focus: (where) => {
        if (where === 'end') editor.commands.setTextSelection(editor.state.doc.content.size)
        editor.view.focus()
      },
      toGap: () => {
        const place = gapIn(editor.state.doc)
        if (!place) return
        editor.commands.setTextSelection(place)
        editor.view.focus()
      },
      put: pictures.put,
      insert: (what) => {
        editor.commands.insertContent(inserted(typeof what === 'string' ? documentOf(what) : what))
        editor.view.focus()
      },
    }),
    [editor, pictures],
  )

  useEffect(() => {
    const others = people.filter(({ id, active }) => active && id !== me.id)
    menu.know({
      find: {
        mention: (query) => findPeople(others, query).map(({ id, name }) => ({ kind: 'mention', id, name })),
        snippet: (query) => snippets.find(query).map((snippet) => ({ kind: 'snippet', ...snippet })),
      },
      taken: (item) => item.kind === 'snippet' && snippets.take(item),
    })
  }, [menu, people, me.id, snippets])

  // What others made of it, or what was typed while the editor was made.
  useLayoutEffect(() => {
    if (isSame(said.current, value)) return
    said.current = value
    showAnew(editor, documentToEdit(value))
  }, [editor, value])

  // Before the next key can be pressed: where the focus was lost, it would be a command of the desk's.
  useLayoutEffect(() => {
    if (!selectedRef.current) return
    const { from, to } = selectedRef.current
    const { body } = said.current
    editor.commands.setTextSelection({ from: caretIn(body, from), to: caretIn(body, to) })
    editor.view.focus()
  }, [editor, selectedRef])

  return (
    <RichTextEditor
      editor={editor}
      variant="subtle"
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      labels={{
        boldControlLabel: t('bold'),
        italicControlLabel: t('italic'),
        strikeControlLabel: t('strike'),
        linkControlLabel: t('link'),
        bulletListControlLabel: t('bulletList'),
        orderedListControlLabel: t('orderedList'),
        blockquoteControlLabel: t('quote'),
        codeControlLabel: t('code'),
        codeBlockControlLabel: t('codeBlock'),
        linkEditorInputLabel: t('address'),
        linkEditorInputPlaceholder: 'https://',
        linkEditorSave: t('saveLink'),
      }}
      className={classes['editor']}
    >
      {tools && <WritingToolbar onPictures={pictures.put} />}
      <RichTextEditor.Content className={classes['content']} />
      {[...pictures.kept].map(([key, element]) => createPortal(uploads.draw(key), element, key))}
      {offer && <OfferList offer={offer} id={list} />}
    </RichTextEditor>
  )
}

// A line alone goes on where the caret is; more are paragraphs of their own.
const inserted = ({ content: blocks }: RichText) => {
  const [only, ...more] = blocks
  return only?.type === 'paragraph' && more.length === 0 ? (only.content ?? []) : blocks
}

const isSame = (one: Written, other: Written) =>
  one.body === other.body && JSON.stringify(one.content) === JSON.stringify(other.content)
