import { LinkAddress } from '@livedesk/events'
import { CodeBlock } from '@tiptap/extension-code-block'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Link } from '@tiptap/extension-link'
import { OrderedList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { Pictures } from './picture-node.ts'

const isSafe = (address: string) => LinkAddress.safeParse(address).success

// A word with a dot in it is not an address yet.
const isWhole = (address: string) =>
  /^(?:https?:\/\/|mailto:|www\.)/iu.test(address) || /^[^\s@]+@[^\s@]+$/u.test(address)

const PlainCodeBlock = CodeBlock.extend({ addAttributes: () => ({}) })

// Mod+Enter sends.
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
  },
})

const CountedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) =>
        Math.min(Math.max(Number.parseInt(element.getAttribute('start') ?? '1') || 1, 0), 999_999),
    },
  }),
})

const SafeLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
})

/** What can be written, and no more: the nodes, marks and attributes of the contract's `RichText`. */
export const writingExtensions = [
  StarterKit.configure({
    codeBlock: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    link: false,
    orderedList: false,
    underline: false,
    paragraph: { HTMLAttributes: { dir: 'auto' } },
    dropcursor: { color: 'var(--desk-accent)', width: 2 },
  }),
  PlainCodeBlock,
  LineBreak,
  Pictures,
  CountedList,
  SafeLink.configure({ openOnClick: false, defaultProtocol: 'https', isAllowedUri: isSafe, shouldAutoLink: isWhole }),
]
