import { createContext, use } from 'react'

/** A few words that come by themselves and go by themselves, with a way to what they are about. */
export type Telling = {
  /** Two of one id are one. */
  readonly id: string
  readonly title: string
  readonly message: string
  readonly color: string
  /** Where to read more, and the words of the way there. */
  readonly to: string
  readonly open: string
  /** Tellings of one kind that come in one breath are one: this is what is told of so many of them. */
  readonly together?: {
    readonly as: string
    readonly say: (count: number) => Pick<Telling, 'title' | 'message' | 'to' | 'open'>
  }
}

export const TellContext = createContext<(telling: Telling) => void>(() => {})

/** Tells the person something, wherever they are in the app: once, at one of their tabs. */
export const useTell = () => use(TellContext)
