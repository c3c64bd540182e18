import { z } from 'zod'
import { AttachmentId, UserId } from './ids.ts'

/** Where a link may lead: to a page, or to someone's mail. Whatever else an address can do, here it cannot. */
export const LinkAddress = z
  .string()
  .max(2_000)
  .regex(/^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu)

/** How words are set. */
export const TextMark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({ type: z.literal('code') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: LinkAddress }) }),
])
export type TextMark = z.output<typeof TextMark>

const TextRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(100_000),
  marks: z.array(TextMark).max(5).exactOptional(),
})

/** A line break within a paragraph. */
const HardBreak = z.strictObject({ type: z.literal('hardBreak') })

/** A colleague by id, so that the name shown is the one they have now. */
const Mention = z.strictObject({ type: z.literal('mention'), attrs: z.strictObject({ user_id: UserId }) })

/** How many letters may say what is to be seen in a picture. */
export const mostAlt = 500

/**
 * A picture between the words: a file of the same message that can be shown. `alt` says what is to be seen in it; until someone
 * has said so, it is the file's name.
 */
const Picture = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({ attachment_id: AttachmentId, alt: z.string().min(1).max(mostAlt) }),
})

/** What stands in a line. */
export const RichInline = z.discriminatedUnion('type', [TextRun, HardBreak, Mention, Picture])
export type RichInline = z.output<typeof RichInline>

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(RichInline).exactOptional() })

const CodeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  content: z.array(TextRun.omit({ marks: true })).exactOptional(),
})

const Blockquote = z.strictObject({
  type: z.literal('blockquote'),
  get content(): z.ZodArray<typeof RichBlock> {
    return blocks
  },
})

const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodArray<typeof RichBlock> {
    return blocks
  },
})

const BulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(ListItem).min(1) })

const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0).max(999_999) }).exactOptional(),
  content: z.array(ListItem).min(1),
})

/** What stands under one another. */
export const RichBlock = z.discriminatedUnion('type', [Paragraph, BulletList, OrderedList, Blockquote, CodeBlock])
export type RichBlock = z.output<typeof RichBlock>

const blocks = z.array(RichBlock).min(1)

/** What is written with more than letters: a ProseMirror document of these nodes, marks and attributes, and no others. */
export const RichText = z.strictObject({ type: z.literal('doc'), content: z.array(RichBlock).min(1).max(20_000) })
export type RichText = z.output<typeof RichText>
