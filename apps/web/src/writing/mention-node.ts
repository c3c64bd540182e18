import type { User } from '@livedesk/events'
import { Node, ReactNodeViewRenderer } from '@tiptap/react'
import { Suggestion } from '@tiptap/suggestion'
import { MentionNode } from './MentionNode.tsx'
import type { OfferMenu } from './offer-menu.ts'

/** Colleagues, mentioned by id: their names are drawn as they are now. */
export const mentionsFrom = (menu: OfferMenu<User>) =>
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
        Suggestion<User, User>({
          editor: this.editor,
          char: '@',
          items: ({ query }) => menu.find(query),
          command: ({ editor, range, props: { id } }) =>
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: 'mention', attrs: { user_id: id } },
                { type: 'text', text: ' ' },
              ])
              .run(),
          render: menu.renderer,
        }),
      ]
    },
  })
