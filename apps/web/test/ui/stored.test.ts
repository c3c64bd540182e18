import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { afterSending, readDraft } from '../../src/ui/draft.ts'
import { parseStored } from '../../src/ui/use-stored.ts'

describe('what this browser remembered', () => {
  test('is read back if it fits, and is as at first if not', () => {
    const width = z.int().min(100).max(400)
    expect(['250', '999', '"wide"', '{', null].map((text) => parseStored(text, width, 200))).toEqual([
      250, 200, 200, 200, 200,
    ])
  })
})

describe('a draft', () => {
  test('is read back with its key, so that a retry posts once', () => {
    expect(readDraft('{"body":"Half a thought","key":"k1"}')).toEqual({ body: 'Half a thought', key: 'k1' })
  })

  test('that another build wrote is not thrown away', () => {
    expect(readDraft('Half a thought').body).toBe('Half a thought')
    expect(readDraft('{"text":"x"}').body).toBe('{"text":"x"}')
  })

  test('that is not there is empty', () => {
    expect(readDraft(null)).toEqual({ body: '', key: '' })
  })

  test('that was sent goes, and what was written while it was under way stays', () => {
    const sent = { body: 'A thought', key: 'k1' }
    expect(afterSending(sent, JSON.stringify(sent))).toBeNull()
    const newer = JSON.stringify({ body: 'A thought, and another', key: 'k2' })
    expect(afterSending(sent, newer)).toBe(newer)
  })
})
