import { Suspense, useRef } from 'react'
import { lazily } from '../server/lazily.ts'
import { PlainField, type Selected } from './PlainField.tsx'
import type { WritingEditorProps } from './WritingEditor.tsx'

const WritingEditor = lazily(async () => (await import('./WritingEditor.tsx')).WritingEditor)

type Props = Omit<WritingEditorProps, 'selectedRef'>

/** Where something is written: at once in a plain field, and from when the editor is loaded in it, with everything that was typed. */
export const Writing = (props: Props) => {
  const selectedRef = useRef<Selected>(undefined)

  return (
    <Suspense fallback={<PlainField {...props} selectedRef={selectedRef} />}>
      <WritingEditor {...props} selectedRef={selectedRef} />
    </Suspense>
  )
}
