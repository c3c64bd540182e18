import type { Attachment, RichBlock, RichInline, RichText, TextMark } from '@livedesk/events'
import { Children, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fileAddress } from '../ui/file-address.ts'
import { splitLinks } from '../ui/split-links.ts'
import { FilesOfMessage } from './files-of-message.ts'
import { MentionedPerson } from './MentionedPerson.tsx'
import { PictureInWords } from './PictureInWords.tsx'
import classes from './RichText.module.css'

type Props = {
  readonly content: RichText
  /** The files of the message. */
  readonly files?: readonly Attachment[] | undefined
}

/** What someone wrote, as they wrote it: drawn from the checked document, node by node, and from nothing else. */
export const RichTextView = ({ content, files = [] }: Props) => (
  <FilesOfMessage value={files}>
    <div className={classes['text']}>
      <Blocks content={content.content} />
    </div>
  </FilesOfMessage>
)

// A document that was posted never changes: its parts need no other names than their places.
const placed = <T,>(parts: readonly T[], draw: (part: T) => ReactNode) => Children.toArray(parts.map(draw))

const Blocks = ({ content }: { readonly content: readonly RichBlock[] }) =>
  placed(content, (block) => <Block block={block} />)

const Block = ({ block }: { readonly block: RichBlock }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Line content={block.content ?? []} />
        </p>
      )
    case 'bulletList':
      return <ul>{items(block.content)}</ul>
    case 'orderedList':
      return <ol start={block.attrs?.start}>{items(block.content)}</ol>
    case 'blockquote':
      return (
        <blockquote>
          <Blocks content={block.content} />
        </blockquote>
      )
    case 'codeBlock':
      return (
        <pre>
          <code>{(block.content ?? []).map(({ text }) => text).join('')}</code>
        </pre>
      )
  }
}

const items = (content: readonly { readonly content: readonly RichBlock[] }[]) =>
  placed(content, (item) => (
    <li>
      <Blocks content={item.content} />
    </li>
  ))

const Line = ({ content }: { readonly content: readonly RichInline[] }) =>
  placed(content, (part) => {
    switch (part.type) {
      case 'hardBreak':
        return <br />
      case 'mention':
        return <MentionedPerson id={part.attrs.user_id} />
      case 'image':
        return <OpenedPicture {...part.attrs} />
      case 'text':
        return (part.marks ?? []).reduceRight<ReactNode>(marked, bare(part.text, part.marks))
    }
  })

// An address that nobody made a link of can be followed all the same.
const bare = (text: string, marks: readonly TextMark[] = []) =>
  marks.some(({ type }) => type === 'link' || type === 'code')
    ? text
    : splitLinks(text).map(({ at, text: part, href }) =>
        href === undefined ? (
          part
        ) : (
          <SafeLink key={at} href={href}>
            {part}
          </SafeLink>
        ),
      )

const marked = (inside: ReactNode, mark: TextMark) => {
  switch (mark.type) {
    case 'bold':
      return <strong>{inside}</strong>
    case 'italic':
      return <em>{inside}</em>
    case 'strike':
      return <s>{inside}</s>
    case 'code':
      return <code>{inside}</code>
    case 'link':
      return <SafeLink href={mark.attrs.href}>{inside}</SafeLink>
  }
}

const OpenedPicture = ({ attachment_id: id, alt }: Extract<RichInline, { type: 'image' }>['attrs']) => {
  const { t } = useTranslation('writing')
  return (
    <a
      href={fileAddress(id)}
      target="_blank"
      rel="noreferrer"
      title={alt}
      aria-label={t('picture.open', { name: alt })}
    >
      <PictureInWords id={id} alt={alt} />
    </a>
  )
}

const SafeLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <a href={href} title={href} target="_blank" rel="noreferrer noopener">
    {children}
  </a>
)
