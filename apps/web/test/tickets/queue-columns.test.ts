import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  columnIds,
  columnOf,
  Columns,
  moved,
  toggled,
  tracksOf,
  usualColumns,
} from '../../src/tickets/queue-columns.ts'
import { layoutOf, QueueLook, styleOf, tableFrom, usualLook } from '../../src/tickets/queue-layout.ts'
import { parseStored } from '../../src/ui/use-stored.ts'

const read = (text: string | null) => parseStored(text, QueueLook, usualLook)

describe('the columns of the queue', () => {
  test('are read back in their order, each once; what this build does not know is left out', () => {
    expect(Columns.parse(['updated', 'title', 'mood', 'team', 'team', 'toString'])).toEqual([
      'updated',
      'title',
      'team',
    ])
  })

  test('have the title, whatever was kept', () => {
    expect(Columns.parse([])).toEqual(['title'])
    expect(Columns.parse(['team'])).toEqual(['title', 'team'])
    expect(toggled(['title', 'team'], 'title')).toEqual(['title', 'team'])
  })

  test('are hidden where they stand, and shown at the end', () => {
    expect(toggled(['status', 'title', 'team'], 'status')).toEqual(['title', 'team'])
    expect(toggled(['title', 'team'], 'status')).toEqual(['title', 'team', 'status'])
  })

  test('move a place at a time, and not past the ends', () => {
    expect(moved(['status', 'title', 'team'], 'team', -1)).toEqual(['status', 'team', 'title'])
    expect(moved(['status', 'title', 'team'], 'status', 1)).toEqual(['title', 'status', 'team'])
    expect(moved(['status', 'title'], 'status', -1)).toEqual(['status', 'title'])
    expect(moved(['status', 'title'], 'team', 1)).toEqual(['status', 'title'])
  })

  test('whatever a person does to them, are what a reload brings back', () => {
    const id = fc.constantFrom(...columnIds)
    const act = fc.oneof(
      fc.record({ toggle: id }),
      fc.record({ move: id, step: fc.constantFrom(-1 as const, 1 as const) }),
    )
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const columns = acts.reduce(
          (now, one) => ('toggle' in one ? toggled(now, one.toggle) : moved(now, one.move, one.step)),
          usualColumns,
        )
        expect(read(JSON.stringify({ columns, density: 'compact' }))).toEqual({ columns, density: 'compact' })
      }),
    )
  })

  test('that everyone begins with fit where a table begins', () => {
    expect(tracksOf(usualColumns).least).toBeLessThanOrEqual(tableFrom)
    expect(tracksOf(columnIds).least).toBeGreaterThan(tableFrom)
  })

  test('have a track each, after that of the number', () => {
    expect(tracksOf(['status', 'title']).template).toBe(
      `48px ${columnOf('status').least}px minmax(${columnOf('title').least}px, 5fr)`,
    )
  })
})

describe('how the queue looks', () => {
  test('is as at first where nothing, or nothing that fits, was kept', () => {
    for (const text of [null, '{', '[]', '{"columns":["title"],"density":"airy"}'])
      expect(read(text)).toEqual(usualLook)
  })

  test('is closer in compact rows, and has heads only where there are columns', () => {
    const compact = { ...usualLook, density: 'compact' } as const
    for (const isTable of [true, false])
      expect(layoutOf(compact, isTable).rowHeight).toBeLessThan(layoutOf(usualLook, isTable).rowHeight)
    const cards = layoutOf(usualLook, false)
    expect([cards.columns, cards.headHeight]).toEqual([undefined, 0])
    expect(styleOf(cards)).not.toHaveProperty('--row-tracks')
    expect(styleOf(layoutOf(usualLook, true))).toHaveProperty('--row-tracks', tracksOf(usualColumns).template)
  })
})
