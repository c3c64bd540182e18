// @vitest-environment jsdom
import { RichText } from '@livedesk/events'
import { documentOf } from '@livedesk/resources'
import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { caretIn, documentToEdit, writtenIn } from '../../src/writing/editor-document.ts'
import { writingExtensions } from '../../src/writing/editor-extensions.ts'

const open = (content: string | object) => {
  const editor = new Editor({ extensions: writingExtensions, injectCSS: false })
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
