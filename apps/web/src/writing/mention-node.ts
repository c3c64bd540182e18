import { Node, ReactNodeViewRenderer } from '@tiptap/react'
import { Suggestion } from '@tiptap/suggestion'
import { MentionNode } from './MentionNode.tsx'
import type { Offered, OfferMenu } from './offer-menu.ts'

/** Colleagues, mentioned by id: their names are drawn as they are now. */
export const mentionsFrom = (menu: OfferMenu) =>
  Node.create({
    name: 'mention',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () => ({
      user_id: { default: null, parseHTML: (element: HTMLElement) => Number(element.dataset['mention']) },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
    renderHTML: ({ node }) => ['span', { 'data-mention': String(node.attrs['user_id']) }],
    addNodeView: () => ReactNodeViewRenderer(MentionNode),
    addProseMirrorPlugins() {
      return [
        Suggestion<Offered, Offered>({
          editor: this.editor,
          char: '@',
          command: ({ editor, range, props: { id } }) =>
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: 'mention', attrs: { user_id: id } },
                { type: 'text', text: ' ' },
              ])
              .run(),
          ...menu.suggests('mention'),
        }),
      ]
    },
  })
