import { useMemo } from 'react'
import type { z } from 'zod'
import { useStoredText } from './stored-text.ts'

/**
 * State that this browser remembers. What does not fit the schema (an older build wrote it) is the initial value. It is the
 * same value for as long as the text is, if schema and initial value are.
 */
export const useStored = <T>(name: string, schema: z.ZodType<T>, initial: T) => {
  const [text, write] = useStoredText(name)
  const stored = useMemo(() => parseStored(text, schema, initial), [text, schema, initial])
  return [stored, (next: T) => write(JSON.stringify(next))] as const
}

/** Reads what was stored; exported for its test. */
export const parseStored = <T>(text: string | null, schema: z.ZodType<T>, initial: T): T => {
  if (text === null) return initial
  try {
    return schema.catch(initial).parse(JSON.parse(text))
  } catch {
    return initial
  }
}
