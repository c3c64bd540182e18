import { gap, openGap } from '@livedesk/resources'
import { Textarea } from '@mantine/core'
import type { Ref, RefObject } from 'react'
import { useImperativeHandle, useRef } from 'react'
import type { WritingField, Written } from './written.ts'

type Props = {
  readonly field: Ref<WritingField>
  readonly label: string
  readonly placeholder: string
  readonly value: Written
  readonly onChange: (written: Written) => void
  /** Where the caret stands, while it stands here. */
  readonly caretRef: RefObject<number | undefined>
}

/** Stands until the editor is there, as tall as it, and takes words already. What is more than words waits for the editor. */
export const PlainField = ({ field, label, placeholder, value, onChange, caretRef }: Props) => {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(field, () => ({
    focus: (where) => {
      area.current?.focus()
      if (where === 'end') area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
    },
    toGap: () => {
      const at = openGap(area.current?.value ?? '')
      if (at === undefined) return
      area.current?.focus()
      area.current?.setSelectionRange(at, at + gap.length)
    },
    put: (files) => files,
    insert: (what) => {
      if (typeof what === 'string' && area.current) {
        area.current.setRangeText(what, area.current.selectionStart, area.current.selectionEnd, 'end')
        onChange({ body: area.current.value })
      }
    },
  }))

  return (
    <Textarea
      ref={area}
      aria-label={label}
      placeholder={placeholder}
      autosize
      minRows={3}
      maxRows={14}
      variant="unstyled"
      value={value.body}
      readOnly={value.content !== undefined}
      onChange={(event) => {
        // It is told of the caret later than of the letter.
        caretRef.current = event.currentTarget.selectionStart
        onChange({ body: event.currentTarget.value })
      }}
      onSelect={(event) => {
        caretRef.current = event.currentTarget.selectionStart
      }}
      onBlur={() => {
        caretRef.current = undefined
      }}
    />
  )
}
