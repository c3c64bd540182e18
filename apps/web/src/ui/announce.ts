import { createContext, use } from 'react'

/** Says a sentence to screen readers, politely: after what they are saying now. */
export type Announce = (sentence: string) => void

export const AnnounceContext = createContext<Announce>(() => {})

export const useAnnounce = () => use(AnnounceContext)
