import { Ticket, UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { type FieldNotes, noteChange, undoOf } from '../../src/tickets/field-notes.ts'

const [me, boris, clara] = [UserId.parse(1), UserId.parse(2), UserId.parse(3)]
const ticket = Ticket.parse({
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

const changed = (notes: FieldNotes, by: UserId, before: Ticket, fields: Partial<Ticket>) => {
  const after = { ...before, ...fields, version: before.version + 1 }
  const old = Object.fromEntries(Object.entries(before).filter(([field]) => field in fields))
  const said = { ticket_id: before.id, changed_by: by, version: after.version, ticket: after, before: old }
  return { after, notes: noteChange(notes, { type: 'ticket_changed', ...said }, me, 0) }
}

test('what someone else changes is noted at its field, and undone there alone', () => {
  const { after, notes } = changed({}, boris, ticket, { priority: 'high', title: 'Printer smokes' })

  expect(Object.keys(notes).toSorted()).toEqual(['priority', 'title'])
  expect(notes.priority && undoOf('priority', notes.priority, after)).toEqual({ priority: 'normal' })
})

test('the later change of a field is the one that is noted, and goes back to the one before it', () => {
  const first = changed({}, boris, ticket, { priority: 'high' })
  const { after, notes } = changed(first.notes, clara, first.after, { priority: 'urgent' })

  expect(notes.priority?.by).toBe(clara)
  expect(notes.priority && undoOf('priority', notes.priority, after)).toEqual({ priority: 'high' })
})

test('one’s own change settles what was noted there, and nothing else', () => {
  const first = changed({}, boris, ticket, { priority: 'high', tags: [] })
  const { notes } = changed(first.notes, me, first.after, { priority: 'low' })

  expect(notes).toEqual({ priority: undefined, tags: first.notes.tags })
})

test('undoing a change of tags leaves what came after it', () => {
  const { after, notes } = changed({}, boris, ticket, { tags: ['office', 'hardware'] })
  const current = { ...after, tags: ['office', 'hardware', 'smoke'] }

  expect(notes.tags && undoOf('tags', notes.tags, current)).toEqual({ tags: ['office', 'smoke', 'printer'] })
})
