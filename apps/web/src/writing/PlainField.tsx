import { gap, openGap } from '@livedesk/resources'
import { Textarea } from '@mantine/core'
import type { Ref, RefObject } from 'react'
import { useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { WritingField, Written } from './written.ts'

/** Where a selection begins and ends in the words of a field: the same place if it is a caret. */
export type Selected = { readonly from: number; readonly to: number }

type Props = {
  readonly field: Ref<WritingField>
  readonly label: string
  readonly placeholder: string
  readonly value: Written
  readonly onChange: (written: Written) => void
  /** What was selected when this field went, if it had the focus. */
  readonly selectedRef: RefObject<Selected | undefined>
}

/** Stands until the editor is there, as tall as it, and takes words already. What is more than words waits for the editor. */
export const PlainField = ({ field, label, placeholder, value, onChange, selectedRef }: Props) => {
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

  // Asked as it goes: that it has the focus, and what is selected, is told too late for what is typed at that moment.
  useLayoutEffect(() => {
    const { current } = area
    return () => {
      selectedRef.current =
        current !== null && current === document.activeElement
          ? { from: current.selectionStart, to: current.selectionEnd }
          : undefined
    }
  }, [selectedRef])

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
      onChange={(event) => onChange({ body: event.currentTarget.value })}
    />
  )
}
