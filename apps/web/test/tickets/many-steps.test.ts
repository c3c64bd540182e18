import { TeamId, TicketId, UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { inverseSteps, stepsOfIds } from '../../src/tickets/many-steps.ts'

const [anna, boris] = [UserId.parse(1), UserId.parse(2)]
const id = (n: number) => TicketId.parse(n)
const updated_at = '2026-11-23T10:00:00.000Z'
const was = (n: number, before: object) => ({ id: id(n), version: 2, before: { ...before, updated_at } })

test('so many ids go in one step as are changed in one transaction', () => {
  const ids = Array.from({ length: 120 }, (_, n) => id(n + 1))
  const steps = stepsOfIds(ids, { priority: 'high' })
  expect(steps.map((step) => step.ids?.length)).toEqual([50, 50, 20])
  expect(steps.flatMap((step) => step.ids ?? [])).toEqual(ids)
})

test('what was the same before is given back in one step, where it still is as it was left', () => {
  const changed = [was(1, { status: 'new' }), was(2, { status: 'waiting' }), was(3, { status: 'new' })]
  expect(inverseSteps(changed, { status: 'resolved' }, anna)).toEqual([
    { filter: { status: ['resolved'] }, ids: [id(1), id(3)], changes: { status: 'new' } },
    { filter: { status: ['resolved'] }, ids: [id(2)], changes: { status: 'waiting' } },
  ])
})

test('what followed from a change is given back as well, after the change', () => {
  const given = [was(1, { assigned_to: null, status: 'new', watcher_ids: [] })]
  expect(inverseSteps(given, { assigned_to: 'me' }, anna)).toEqual([
    { filter: { assigned_to: [anna] }, ids: [id(1)], changes: { assigned_to: null } },
    { filter: { status: ['in_progress'] }, ids: [id(1)], changes: { status: 'new' } },
  ])
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const resolved = [was(1, { status: 'waiting', snoozed_until: until })]
  expect(inverseSteps(resolved, { status: 'resolved' }, anna)).toEqual([
    { filter: { status: ['resolved'] }, ids: [id(1)], changes: { status: 'waiting' } },
    { filter: { snoozed: false }, ids: [id(1)], changes: { snoozed_until: until } },
  ])
})

test('tags that were there before stay, and those that were taken come back', () => {
  const changed = [was(1, { tags: ['a', 'b'] }), was(2, { tags: ['b'] })]
  expect(inverseSteps(changed, { add_tags: ['a', 'c'], remove_tags: ['b'] }, anna)).toEqual([
    { filter: {}, ids: [id(1)], changes: { add_tags: ['b'], remove_tags: ['c'] } },
    { filter: {}, ids: [id(2)], changes: { add_tags: ['b'], remove_tags: ['a', 'c'] } },
  ])
})

test('who followed stays, and what would be back from its snooze by now comes back', () => {
  const changed = [was(1, { watcher_ids: [boris] }), was(2, { watcher_ids: [anna, boris] })]
  expect(inverseSteps(changed, { watched: true }, anna)).toEqual([
    { filter: {}, ids: [id(1)], changes: { watched: false } },
  ])
  const past = new Date(Date.now() - 1000).toISOString()
  const until = new Date(Date.now() + 3_600_000).toISOString()
  expect(inverseSteps([was(1, { snoozed_until: past })], { snoozed_until: until }, anna)).toEqual([
    { filter: { snoozed: true }, ids: [id(1)], changes: { snoozed_until: null } },
  ])
})

test('a team is given back, and so is no team', () => {
  const [first, second] = [TeamId.parse(1), TeamId.parse(2)]
  const changed = [was(1, { team_id: null }), was(2, { team_id: second })]
  expect(inverseSteps(changed, { team_id: first }, anna).map(({ changes }) => changes)).toEqual([
    { team_id: null },
    { team_id: second },
  ])
})
