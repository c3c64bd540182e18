import { mostAlt } from '@livedesk/events'
import { Node, ReactNodeViewRenderer } from '@tiptap/react'
import { keepPlaces } from './picture-places.ts'
import { PictureNode } from './PictureNode.tsx'

/** Pictures between words: files of one's own by id. A picture from another page is none of them. */
export const Pictures = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({
    attachment_id: { default: null, parseHTML: (element: HTMLElement) => Number(element.dataset['picture']) },
    alt: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[data-picture][alt]', getAttrs: (element) => (isOurs(element) ? null : false) }],
  renderHTML: ({ node }) => [
    'img',
    { 'data-picture': String(node.attrs['attachment_id']), alt: String(node.attrs['alt']) },
  ],
  addNodeView: () => ReactNodeViewRenderer(PictureNode, { as: 'span' }),
  addProseMirrorPlugins: () => [keepPlaces()],
})

const isOurs = ({ dataset, alt }: HTMLElement & { readonly alt?: string }) =>
  /^[1-9]\d{0,14}$/u.test(dataset['picture'] ?? '') && alt !== undefined && alt.length > 0 && alt.length <= mostAlt
