import { Editor, type EditorOptions } from '@tiptap/core'
import { useInsertionEffect, useState } from 'react'

/**
 * An editor that is there from the very commit in which its component is. The library's own hook ends one that is not mounted
 * within a millisecond of its first render, which a page that is loading often takes: until it has made another, nothing has the
 * focus, and whatever is asked of the first one throws.
 */
export const useMountedEditor = (options: () => Pick<EditorOptions, 'extensions' | 'content' | 'injectCSS'>) => {
  const [editor] = useState(() => new Editor({ ...options(), element: null }))
  // Its content is moved to its place in the effects that follow.
  useInsertionEffect(() => {
    editor.mount(document.createElement('div'))
    return () => editor.destroy()
  }, [editor])
  return editor
}
