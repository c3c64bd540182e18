// @vitest-environment jsdom
import { RichText } from '@livedesk/events'
import { documentOf, picturesIn } from '@livedesk/resources'
import { Editor } from '@tiptap/core'
import { expect, onTestFinished, test } from 'vitest'
import { caretIn, documentToEdit, showAnew, writtenIn } from '../../src/writing/editor-document.ts'
import { writingExtensions } from '../../src/writing/editor-extensions.ts'
import { fillPlace, keepPlace, placeOf } from '../../src/writing/picture-places.ts'

const open = (content: string | object) => {
  const editor = new Editor({ extensions: writingExtensions, injectCSS: false })
  // An editor watches the page on timers, which would outlive the page of a test.
  onTestFinished(() => editor.destroy())
  editor.commands.setContent(typeof content === 'string' ? content : editor.schema.nodeFromJSON(content))
  return editor
}
const written = (content: string | object) => writtenIn(open(content).state.doc, () => 'Boris')

test('what is pasted from elsewhere keeps its emphasis, lists and links, and nothing that could run or look foreign', () => {
  const { body, content } = written(
    `<style>p { color: red }</style><h1 class="MsoTitle">Title</h1>
     <p class="MsoNormal" style="mso-fareast: x"><b>Bold</b> <span style="color:red">red</span><o:p></o:p>
     <a href="javascript:alert(1)">no</a> <a href="https://example.com/" onclick="alert(1)" target="_top">yes</a></p>
     <script>alert(1)</script><img src="https://example.com/pixel.gif" onerror="alert(1)">
     <ol start="3"><li>three</li></ol><iframe src="https://example.com"></iframe>`,
  )

  expect(RichText.parse(content)).toEqual(content)
  expect(JSON.stringify(content)).not.toMatch(/javascript|alert|color|Mso|pixel|iframe|target/u)
  expect(body.trimEnd()).toBe('Title\nBold red no yes <https://example.com/>\n3. three')
})

test('lines of text become a document and the same lines again, with the caret where it was', () => {
  const body = 'Dear Rosa,\n\n  it is out.\n'
  const editor = open(documentToEdit({ body }))

  expect(writtenIn(editor.state.doc, () => '')).toEqual({ body })
  expect(editor.state.doc.textBetween(caretIn(body, 14), caretIn(body, 16))).toBe('it')
  expect(documentOf(body).content).toHaveLength(4)
})

test('a picture keeps its place in a list and in what is bold, and one from another page is none of ours', () => {
  const editor = open(
    '<ul><li>Look: <img data-picture="7" alt="A fuse"> is out</li></ul><img data-picture="x" alt="no">',
  )
  editor.commands.selectAll()
  editor.commands.setBold()
  const { body, content } = writtenIn(editor.state.doc, () => '')

  expect(body.trimEnd()).toBe('• Look: [A fuse] is out')
  expect(content && picturesIn(content)).toEqual([7])
  expect(JSON.stringify(content)).toContain('"bold"')
})

test('places for pictures move with the words, are filled in their order, and are gone with the words around them', () => {
  const editor = open('<p>Look here</p>')
  const { view, schema } = editor
  const picture = (id: number) => schema.node('image', { attachment_id: id, alt: `${id}` })
  for (const key of ['one', 'two'])
    view.dispatch(keepPlace(editor.state.tr, { at: 6, key, element: document.createElement('span') }))
  editor.commands.insertContentAt(1, 'Please ')

  for (const [key, id] of [
    ['one', 1],
    ['two', 2],
  ] as const) {
    const at = placeOf(editor.state, key)
    expect(at).toBe(12 + id)
    view.dispatch(fillPlace(editor.state.tr, key, at ?? 0, picture(id)))
  }
  expect(writtenIn(editor.state.doc, () => '').body).toBe('Please Look [1][2]here')
  editor.commands.undo()
  editor.commands.undo()

  view.dispatch(keepPlace(editor.state.tr, { at: 3, key: 'three', element: document.createElement('span') }))
  showAnew(editor, documentOf('Other words'))
  expect(placeOf(editor.state, 'three')).toBeUndefined()
})
