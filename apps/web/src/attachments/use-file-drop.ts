import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'

/** Where files were let go. */
type Place = { readonly left: number; readonly top: number }

/** What an area needs so that files can be dragged onto it, and pasted into it. Words that are dragged or pasted are not its business. */
export const useFileDrop = (onFiles: (files: readonly File[], at?: Place) => void) => {
  const [isOver, setIsOver] = useState(false)
  // Enter and leave are told of every child: only as many leaves as enters mean that the pointer is out.
  const depth = useRef(0)
  const turn = (by: number) => {
    depth.current = Math.max(0, depth.current + by)
    setIsOver(depth.current > 0)
  }

  return {
    isOver,
    area: {
      onDragEnter: (event: DragEvent) => hasFiles(event.dataTransfer) && turn(1),
      onDragLeave: (event: DragEvent) => hasFiles(event.dataTransfer) && turn(-1),
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event.dataTransfer)) event.preventDefault()
      },
      onDropCapture: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return
        event.preventDefault()
        event.stopPropagation()
        turn(-depth.current)
        onFiles([...event.dataTransfer.files], { left: event.clientX, top: event.clientY })
      },
      onPasteCapture: (event: ClipboardEvent) => {
        // A piece of a document brings its picture along: its words are what is meant.
        const { files, types } = event.clipboardData
        if (files.length === 0 || types.includes('text/plain')) return
        event.preventDefault()
        event.stopPropagation()
        onFiles([...files])
      },
    },
  }
}

const hasFiles = ({ types }: DataTransfer) => types.includes('Files')
