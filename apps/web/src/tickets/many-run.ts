import type { BulkChange, BulkChanged } from '@livedesk/resources'
import type { ManyStep } from './many-steps.ts'

/** One page of a change of many tickets. `key` makes a retry safe. */
export type ManyPage = {
  readonly filter: ManyStep['filter']
  readonly cursor: string | null
  readonly body: BulkChange
  readonly key: string
}

/** What came of a change of many tickets so far. */
export type Tally = Pick<BulkChanged, 'changed' | 'unchanged' | 'refused'>
export const nothingYet: Tally = { changed: [], unchanged: 0, refused: [] }

/** How many tickets were met so far. */
export const metIn = ({ changed, unchanged, refused }: Tally) => changed.length + unchanged + refused.length

type Answer =
  | { readonly data: BulkChanged; readonly error?: undefined }
  | { readonly error: unknown; readonly data?: undefined }

type Run = {
  readonly send: (page: ManyPage) => Promise<Answer>
  readonly newKey: () => string
  /** Waits until a page may be tried for another time; false when trying it again is of no use. */
  readonly mayTryAgain: (error: unknown, tries: number) => Promise<boolean>
  readonly onProgress: (tally: Tally) => void
  readonly isStopped: () => boolean
}

/** What came of a change, and why it did not go on to its end. */
export type Ended = { readonly tally: Tally; readonly isStopped: boolean; readonly error: unknown }

/**
 * Does steps one after another, a page at a time, until the end, or until it is stopped. A page that was not answered is sent
 * again with its key, so that it is done once, and what it did is known.
 */
export const runMany = async (
  steps: readonly ManyStep[],
  { send, newKey, mayTryAgain, onProgress, isStopped }: Run,
): Promise<Ended> => {
  let tally = nothingYet
  const answered = async (page: ManyPage): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await send(page)
      if (answer.data || !(await mayTryAgain(answer.error, tries)) || isStopped()) return answer
    }
  }

  for (const { filter, ids, changes } of steps) {
    let cursor: string | null = null
    do {
      if (isStopped()) return { tally, isStopped: true, error: undefined }
      const body = { changes, ...(ids && { ids: [...ids] }) }
      const { data, error }: Answer = await answered({ filter, cursor, body, key: newKey() })
      if (!data) return { tally, isStopped: isStopped(), error }
      tally = {
        changed: [...tally.changed, ...data.changed],
        unchanged: tally.unchanged + data.unchanged,
        refused: [...tally.refused, ...data.refused],
      }
      onProgress(tally)
      cursor = data.next_cursor
    } while (cursor !== null)
  }
  return { tally, isStopped: false, error: undefined }
}
