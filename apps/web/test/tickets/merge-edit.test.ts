import { Ticket, UserId } from '@livedesk/events'
import { describe, expect, test } from 'vitest'
import { inverseEdit } from '../../src/tickets/inverse-edit.ts'
import { mergeEdit } from '../../src/tickets/merge-edit.ts'

const seen = Ticket.parse({
  id: 7,
  title: 'Printer on fire',
  status: 'new',
  priority: 'normal',
  assigned_to: null,
  requester: { id: 1, name: 'Zoe', email: 'zoe@example.com' },
  tags: ['printer', 'office'],
  chat_id: 7,
  message_count: 1,
  version: 3,
  created_at: '2026-11-22T10:00:00.000Z',
  updated_at: '2026-11-22T10:00:00.000Z',
})

describe('an edit that meets another', () => {
  test('of a different field is made again on top of it', () => {
    expect(mergeEdit(seen, { priority: 'urgent' }, { ...seen, status: 'waiting', version: 4 })).toEqual({
      kind: 'again',
      edit: { priority: 'urgent' },
    })
  })

  test('that wanted the same is done', () => {
    expect(mergeEdit(seen, { status: 'waiting' }, { ...seen, status: 'waiting', version: 4 })).toEqual({ kind: 'done' })
    const boris = UserId.parse(2)
    expect(mergeEdit(seen, { assigned_to: boris }, { ...seen, assigned_to: boris })).toEqual({ kind: 'done' })
  })

  test('of the same field is for the person to decide, and names that field alone', () => {
    const current = { ...seen, priority: 'low', title: 'Printer', version: 5 } as const
    expect(mergeEdit(seen, { priority: 'urgent', status: 'resolved' }, current)).toEqual({
      kind: 'conflict',
      edit: { priority: 'urgent', status: 'resolved' },
      fields: ['priority'],
    })
  })

  test('of tags keeps what each of the two added, and leaves out what either took away', () => {
    const current = { ...seen, tags: ['office', 'hardware'] }
    expect(mergeEdit(seen, { tags: ['printer', 'office', 'smoke'] }, current)).toEqual({
      kind: 'again',
      edit: { tags: ['office', 'hardware', 'smoke'] },
    })
    expect(mergeEdit(seen, { tags: ['printer'] }, current)).toEqual({ kind: 'again', edit: { tags: ['hardware'] } })
    expect(mergeEdit(seen, { tags: ['office'] }, { ...seen, tags: ['office'] })).toEqual({ kind: 'done' })
  })
})

describe('taking an edit back', () => {
  const boris = UserId.parse(2)

  test('gives each field that it changed what it was before, and no other', () => {
    const after = { ...seen, priority: 'urgent', status: 'waiting', version: 5 } as const
    expect(inverseEdit(seen, { priority: 'urgent' }, after)).toEqual({ priority: 'normal' })
  })

  test('of an assignment takes back the work that began with it, unless someone made something else of the status', () => {
    const after = { ...seen, assigned_to: boris, status: 'in_progress', version: 4 } as const
    expect(inverseEdit(seen, { assigned_to: boris }, after)).toEqual({ assigned_to: null, status: 'new' })
    expect(inverseEdit(seen, { assigned_to: boris }, { ...after, status: 'waiting' })).toEqual({ assigned_to: null })
  })

  test('of tags leaves those that others brought', () => {
    const after = { ...seen, tags: ['printer', 'urgent', 'theirs'], version: 5 }
    expect(inverseEdit(seen, { tags: ['printer', 'urgent'] }, after)).toEqual({ tags: ['printer', 'theirs', 'office'] })
  })

  test('that changed nothing is nothing', () => {
    expect(inverseEdit(seen, { status: 'new', tags: [...seen.tags] }, seen)).toBeUndefined()
  })
})
