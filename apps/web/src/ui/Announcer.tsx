import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { AnnounceContext } from './announce.ts'

/** The page's one live region, for what changes without the person having done it. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [sentence, setSentence] = useState('')
  return (
    <AnnounceContext value={setSentence}>
      {children}
      <VisuallyHidden aria-live="polite" aria-atomic>
        {sentence}
      </VisuallyHidden>
    </AnnounceContext>
  )
}
