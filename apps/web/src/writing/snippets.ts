import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'
import type { Offered, OfferMenu } from './offer-menu.ts'

/** Offers words that are there already, from a slash at the beginning of a line or after a space on. */
export const snippetsFrom = (menu: OfferMenu) =>
  Extension.create({
    name: 'snippets',
    addProseMirrorPlugins() {
      return [
        Suggestion<Offered, Offered>({
          editor: this.editor,
          pluginKey: new PluginKey('snippets'),
          char: '/',
          // A slash that is part of a letter being composed, or of code, is one.
          allow: ({ editor, state, range }) =>
            !editor.view.composing && state.doc.resolve(range.from).parent.type.spec.code !== true,
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run()
            menu.taken(props)
          },
          ...menu.suggests('snippet'),
        }),
      ]
    },
  })
