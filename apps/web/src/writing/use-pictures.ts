import type { Attachment } from '@livedesk/events'
import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { fillPlace, keepPlace, leavePlace, placeOf } from './picture-places.ts'
import type { Place, Uploads, Written } from './written.ts'

/** Puts pictures between words: a place is kept for each while it is uploaded, and filled when it is there. */
export const usePictures = (editor: Editor, uploads: Uploads, written: Written) => {
  const [kept] = useState(() => new Map<string, HTMLElement>())

  const arrive = (key: string, file: Attachment) => {
    if (editor.isDestroyed || !kept.delete(key)) return false
    const { state, view } = editor
    const at = placeOf(state, key)
    if (at === undefined) return false
    const picture =
      file.width === undefined ? undefined : state.schema.node('image', { attachment_id: file.id, alt: file.name })
    view.dispatch(picture ? fillPlace(state.tr, key, at, picture) : leavePlace(state.tr, key))
    return picture !== undefined
  }

  const tidy = useEffectEvent(() => {
    for (const key of kept.keys()) {
      const hasPlace = placeOf(editor.state, key) !== undefined
      if (hasPlace && uploads.keys.includes(key)) continue
      kept.delete(key)
      if (hasPlace) editor.view.dispatch(leavePlace(editor.state.tr, key))
      // The words around it are gone: it goes on as a file of the message.
      else uploads.displace(key)
    }
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- A place can go with the words around it, or with its upload.
  useEffect(() => tidy(), [uploads.keys, written])
  const leaveAll = useEffectEvent(() => {
    for (const key of kept.keys()) uploads.displace(key)
  })
  useEffect(() => () => leaveAll(), [])

  return {
    kept,
    /** Puts pictures where the caret is, or where they were let go. Gives the files that have no place between words. */
    put: (files: readonly File[], point?: Place): readonly File[] => {
      const at = point ? editor.view.posAtCoords(point)?.pos : editor.state.selection.from
      if (at === undefined || !takesPictures(editor, at)) return files
      const pictures = files.filter(({ type }) => shown.has(type))
      if (pictures.length === 0) return files
      if (!point) editor.commands.deleteSelection()
      for (const key of uploads.add(pictures, arrive)) {
        const element = document.createElement('span')
        kept.set(key, element)
        editor.view.dispatch(keepPlace(editor.state.tr, { at, key, element }).scrollIntoView())
      }
      return files.filter((file) => !pictures.includes(file))
    },
  }
}

const shown: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

const takesPictures = ({ state }: Editor, at: number) => {
  const { parent } = state.doc.resolve(at)
  const picture = state.schema.nodes['image']
  return parent.inlineContent && picture !== undefined && parent.type.contentMatch.matchType(picture) !== null
}
